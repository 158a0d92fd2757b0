import * as z from 'zod/mini'
import { emailLengthMax } from './limits.ts'

/** Browsers and Node have it alike; the contract is compiled with the types of neither. */
declare const URL: {
  canParse(address: string): boolean
  new (address: string): { readonly hostname: string }
}

/** As mail servers name it; the library that keeps accounts takes no other endings than those in letters from a to z. */
const mailbox = z.email().check(z.maxLength(emailLengthMax))

/**
 * An e-mail address. Its domain may be in any letters and is kept in Punycode, as mail servers want it: some browsers send it
 * so and others as it was typed, and both mean one person. What stands before the @ is ASCII, since only some servers
 * (those with SMTPUTF8) take more.
 */
export const email = z.pipe(
  z
    .stringFormat('idn-email', isEmail, { error: 'expected an e-mail address, such as ada@example.org' })
    .check(z.maxLength(emailLengthMax)),
  z.transform(withAsciiDomain),
)

function isEmail(text: string): boolean {
  return text.length <= emailLengthMax && mailbox.safeParse(withAsciiDomain(text)).success
}

/** `kim@bücher.example` as `kim@xn--bcher-kva.example`; what has no such domain comes back as it is. */
export function withAsciiDomain(address: string): string {
  const [, before, domain] = /^([^@]*@)([\w.\-\P{ASCII}]+)$/u.exec(address) ?? []
  if (before === undefined || domain === undefined || !/\P{ASCII}/u.test(domain)) return address
  return URL.canParse(`http://${domain}`) ? before + new URL(`http://${domain}`).hostname : address
}
