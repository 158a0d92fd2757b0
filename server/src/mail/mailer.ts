import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

export interface SentMail extends Mail {
  readonly sentAt: string
}

/** Where mails go. */
export interface Mailer {
  send(mail: Mail): Promise<void>
  /** Whether mails reach anybody. */
  readonly delivers: boolean
  /** The mails kept for a developer to read, newest first; undefined when mails are not kept. */
  readonly kept: (() => readonly SentMail[]) | undefined
  close(): void
}

/** Mails kept in memory; older ones are forgotten. */
const keptMax = 100
/** A mail server that says nothing for this long is given up. */
const timeoutMs = 10_000

/** Sends mails through a mail server (`smtp://user:password@host:587`, `smtps://…`). */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    { from },
  )
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ to: { name: '', address: to }, subject, text })
    },
    delivers: true,
    kept: undefined,
    close: () => transport.close(),
  }
}

/** Keeps mails in memory for whoever develops the shop. They open accounts: nobody else may read them. */
export function createKeepingMailer(): Mailer {
  const mails: SentMail[] = []
  return {
    async send(mail) {
      mails.unshift({ ...mail, sentAt: new Date().toISOString() })
      mails.splice(keptMax)
    },
    delivers: true,
    kept: () => mails,
    close: () => {},
  }
}

/** Sends nothing and keeps nothing, since no mail server is named. */
export function createMissingMailer(onLost: () => void): Mailer {
  return {
    async send() {
      onLost()
    },
    delivers: false,
    kept: undefined,
    close: () => {},
  }
}
