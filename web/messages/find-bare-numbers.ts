import { parseSync } from '@swc/core'

interface Node {
  type: string
  [part: string]: unknown
}

/** Names of a message's numbers that are put into its words as they are, and not by `number`. */
export function findBareNumbers(source: string, isTsx: boolean): string[] {
  const found: string[] = []
  visit(parseSync(source, { syntax: 'typescript', tsx: isTsx }), new Set())
  return found

  function visit(value: unknown, numbers: ReadonlySet<string>): void {
    if (typeof value !== 'object' || value === null) return
    if (!isNode(value)) for (const part of Object.values(value)) visit(part, numbers)
    else visitNode(value, new Set([...numbers, ...numbersOf(value)]))
  }

  function visitNode(node: Node, numbers: ReadonlySet<string>): void {
    found.push(...shownIn(node).flatMap((one) => (isName(one) && numbers.has(one.value) ? [one.value] : [])))
    for (const part of Object.values(node)) visit(part, numbers)
  }
}

/** The parameters of a function that are numbers. */
function numbersOf(node: Node): string[] {
  if (node.type !== 'ArrowFunctionExpression') return []
  const params = node.params as Array<{
    value?: string
    typeAnnotation?: { typeAnnotation: { kind?: string } }
  }>
  return params.flatMap(({ value, typeAnnotation }) =>
    value !== undefined && typeAnnotation?.typeAnnotation.kind === 'number' ? [value] : [],
  )
}

function shownIn(node: Node): unknown[] {
  if (node.type === 'TemplateLiteral') return node.expressions as unknown[]
  return node.type === 'JSXExpressionContainer' ? [node.expression] : []
}

function isName(value: unknown): value is { value: string } {
  return (value as Node).type === 'Identifier'
}

function isNode(value: object): value is Node {
  return 'type' in value && typeof value.type === 'string'
}
