import { badBody, body, json, refusals } from './operation.ts'

const tags = ['Accounts']
/** Routes that a session's cookie opens. */
const security = [{ session: [] }]

/** `/api/auth`: the only routes that look at the session's cookie; they refuse what another site makes a browser send. */
export const accountPaths = {
  '/api/auth/sign-up/email': {
    post: {
      operationId: 'signUp',
      tags,
      summary: 'Make an account and begin a session',
      description:
        'The session is in a cookie that scripts cannot read. For an address that has an account already the answer ' +
        'looks the same, but its cookie opens nothing: `GET /api/auth/token` tells.',
      requestBody: body('SignUpRequest'),
      responses: {
        200: json('The account.', 'PersonReply'),
        ...refusals(...badBody, 'forbidden', 'too_many_requests', 'unavailable'),
      },
    },
  },
  '/api/auth/sign-in/email': {
    post: {
      operationId: 'signIn',
      tags,
      summary: 'Begin a session',
      requestBody: body('SignInRequest'),
      responses: {
        200: json('Who is signed in now.', 'PersonReply'),
        ...refusals(...badBody, 'invalid_credentials', 'forbidden', 'too_many_requests', 'unavailable'),
      },
    },
  },
  '/api/auth/sign-out': {
    post: {
      operationId: 'signOut',
      tags,
      summary: 'End the session, if there is one',
      responses: { 200: json('It is over.', 'DoneReply'), ...refusals('forbidden', 'too_many_requests') },
    },
  },
  '/api/auth/sign-out/everywhere': {
    post: {
      operationId: 'signOutEverywhere',
      tags,
      summary: 'End all sessions, on every device',
      description: 'Access tokens that were issued before work until their ten minutes are over.',
      security,
      responses: {
        200: json('They are over.', 'DoneReply'),
        ...refusals('not_signed_in', 'forbidden', 'too_many_requests'),
      },
    },
  },
  '/api/auth/get-session': {
    get: {
      operationId: 'showSession',
      tags,
      summary: 'Who is signed in',
      responses: { 200: json('The person, or null.', 'SessionReply') },
    },
  },
  '/api/auth/token': {
    get: {
      operationId: 'issueToken',
      tags,
      summary: 'A new access token',
      description: 'A JWT of ten minutes for `Authorization: Bearer` on every other route.',
      security,
      responses: { 200: json('The token.', 'TokenReply'), ...refusals('not_signed_in') },
    },
  },
  '/api/auth/jwks': {
    get: {
      operationId: 'showKeys',
      tags,
      summary: 'The keys that access tokens are verified with',
      responses: { 200: json('A JSON Web Key Set (RFC 7517).', 'KeySetReply') },
    },
  },
  '/api/auth/change-password': {
    post: {
      operationId: 'changePassword',
      tags,
      summary: 'Change the password and end every other session',
      security,
      requestBody: body('ChangePasswordRequest'),
      responses: {
        200: json('It is changed.', 'DoneReply'),
        ...refusals(
          ...badBody,
          'not_signed_in',
          'invalid_credentials',
          'forbidden',
          'too_many_requests',
          'unavailable',
        ),
      },
    },
  },
  '/api/auth/update-user': {
    post: {
      operationId: 'changeName',
      tags,
      summary: 'Change what the person is called',
      description: 'Empty for nothing. Orders keep the name that they were placed under.',
      security,
      requestBody: body('ChangeNameRequest'),
      responses: {
        200: json('The account.', 'PersonReply'),
        ...refusals(...badBody, 'not_signed_in', 'forbidden', 'unavailable', 'too_many_requests'),
      },
    },
  },
  '/api/auth/request-password-reset': {
    post: {
      operationId: 'requestPasswordReset',
      tags,
      summary: 'Mail a link to set a new password',
      description: 'The answer is the same for an address without an account.',
      requestBody: body('PasswordResetRequest'),
      responses: {
        200: json('A link is on its way, if there is such an account.', 'DoneReply'),
        ...refusals(...badBody, 'forbidden', 'too_many_requests', 'mail_not_set_up'),
      },
    },
  },
  '/api/auth/reset-password': {
    post: {
      operationId: 'resetPassword',
      tags,
      summary: 'Set a new password with the token of a mailed link, and end every session',
      requestBody: body('ResetPasswordRequest'),
      responses: {
        200: json('It is set.', 'DoneReply'),
        ...refusals(...badBody, 'reset_link_expired', 'forbidden', 'too_many_requests', 'unavailable'),
      },
    },
  },
  '/api/auth/delete-user': {
    post: {
      operationId: 'deleteAccount',
      tags,
      summary: 'Delete the account',
      description: 'Orders stay, without the person.',
      security,
      requestBody: body('DeleteAccountRequest'),
      responses: {
        200: json('It is deleted.', 'DoneReply'),
        ...refusals(
          ...badBody,
          'not_signed_in',
          'invalid_credentials',
          'forbidden',
          'too_many_requests',
          'unavailable',
        ),
      },
    },
  },
}
