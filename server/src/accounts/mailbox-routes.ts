import { Router } from 'express'
import { allow } from '../http/access.ts'
import type { Mailer, SentMail } from '../mail/mailer.ts'

/** The mails that would have been sent, at `/dev/mailbox`; there is no such address where mails are not kept. */
export function mailboxRoutes({ kept }: Mailer): Router {
  const router = Router()
  if (!kept) return router
  router.route('/dev/mailbox').get(allow('public'), (req, res) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    if (req.accepts(['text', 'json']) === 'json') return void res.json({ mails: kept() })
    res.type('text/plain; charset=utf-8').send(kept().map(toText).join('\n\n――――\n\n') || 'No mail yet.')
  })
  return router
}

function toText({ to, subject, text, sentAt }: SentMail): string {
  return `To: ${to}\nSubject: ${subject}\nSent: ${sentAt}\n\n${text}`
}
