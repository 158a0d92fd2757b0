/** What the server says to people, which is its mails: everything else is for programs. */
export const mailTexts = {
  newPassword: {
    subject: 'Set a new password',
    text: (link: string) => `Somebody, probably you, asked to set a new password for your account.

Open this link within an hour to choose one:

${link}

If it was not you, there is nothing to do: your password stays as it is.`,
  },
  signedUpBefore: {
    subject: 'You have an account already',
    text: (
      signIn: string,
      forgottenPassword: string,
    ) => `Somebody, probably you, tried to sign up with this address, but it has an account already.

Sign in: ${signIn}
Forgotten the password? ${forgottenPassword}

If it was not you, there is nothing to do.`,
  },
}
