import type { Reply } from './api-client.ts'

/** What an answer tells, less what is another in every answer. */
export function toldBy({ status, headers, body }: Reply): unknown {
  const cookie = headers.getSetCookie().map((one) => one.replace(/=[^;]+/, '=…'))
  const text = JSON.stringify(body).replace(/"(id|createdAt|requestId)":"[^"]+"/g, '"$1":"…"')
  return { status, cookie, text, type: headers.get('Content-Type') }
}
