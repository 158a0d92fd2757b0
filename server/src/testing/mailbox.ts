import { call } from './api-client.ts'
import { eventually } from './eventually.ts'

/** The mails that the shop would have sent, the newest first. */
export async function mailsOf(url: string): Promise<Array<{ to: string; subject: string; text: string }>> {
  return (await call(url, '/dev/mailbox', { headers: { Accept: 'application/json' } })).body.mails
}

/** The token in the newest mail to this address. */
export async function resetTokenOf(url: string, email: string): Promise<string> {
  return eventually(async () => {
    const mail = (await mailsOf(url)).find(({ to, text }) => to === email && text.includes('#token='))
    const token = /#token=(\S+)/.exec(mail?.text ?? '')?.[1]
    if (token === undefined) throw new Error('no link was mailed')
    return token
  })
}
