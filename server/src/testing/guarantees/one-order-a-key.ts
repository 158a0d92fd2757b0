import type { LoggedCheckout } from '../buying-client.ts'
import { isDecision } from './decided-within.ts'
import type { Records } from './read-records.ts'

/** G3: a key made at most one order, all its answers are the same and are the one that is kept, and no order is nobody's. */
export function findKeysDecidedTwice(records: Records, log: readonly LoggedCheckout[]): string[] {
  const findings: string[] = []
  for (const [key, all] of Map.groupBy(log, (one) => one.key)) {
    if (key === undefined) continue
    const decided = all.filter(isDecision)
    const answers = new Set(decided.map(({ answer }) => `${answer?.status} ${answer?.text}`))
    if (answers.size > 1) findings.push(`G3: key ${key} was answered ${[...answers].join(' and ')}`)
    const bodies = new Set(decided.map(({ items }) => JSON.stringify(items)))
    if (bodies.size > 1) findings.push(`G3: key ${key} was decided for ${[...bodies].join(' and ')}`)
    for (const { answer, items } of all) {
      if (answer?.status === 422 && bodies.has(JSON.stringify(items)))
        findings.push(`G3: key ${key} was refused to the body it was decided for`)
    }
    const kept = records.kept.get(key)
    const [first] = answers
    if (first !== undefined && first !== `${kept?.status} ${kept?.body}`)
      findings.push(`G3: key ${key} was answered ${first}, but kept is ${kept?.status} ${kept?.body}`)
  }
  return [...findings, ...findOrdersOfNobody(records, log)]
}

/** An order belongs to a key that was sent, or to a request without one; of the latter some may have lost their answer. */
function findOrdersOfNobody({ orders, kept }: Records, log: readonly LoggedCheckout[]): string[] {
  const keyless = log.filter(({ key }) => key === undefined)
  const known = new Set<string>()
  for (const { key } of log) {
    const { status, body } = (key !== undefined && kept.get(key)) || {}
    if (status === 201) known.add(JSON.parse(body ?? '').order.id)
  }
  for (const { answer } of keyless) if (answer?.status === 201) known.add(JSON.parse(answer.text).order.id)
  const strays = [...orders.keys()].filter((id) => !known.has(id))
  const lostMax = keyless.filter(({ answer }) => answer === undefined || answer.status >= 500).length
  return strays.length > lostMax ? [`G3: the orders ${strays.join(', ')} belong to no request`] : []
}
