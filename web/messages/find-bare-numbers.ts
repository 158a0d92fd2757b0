import { parseSync } from '@swc/core'
import { isNode, isRead, type Node, nameOf } from './find-texts.ts'

/**
 * Numbers that are shown as they are, and not written by `number`: a function's parameters, what is calculated, and
 * members that hold numbers.
 *
 * @param figures names of such members, such as `stock`
 */
export function findBareNumbers(source: string, isTsx: boolean, figures: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  visit(parseSync(source, { syntax: 'typescript', tsx: isTsx }), new Set())
  return [...found]

  function visit(value: unknown, numbers: ReadonlySet<string>): void {
    if (typeof value !== 'object' || value === null) return
    if (!isNode(value)) for (const part of Object.values(value)) visit(part, numbers)
    else visitNode(value, new Set([...numbers, ...numbersOf(value)]))
  }

  function visitNode(node: Node, numbers: ReadonlySet<string>): void {
    // A template elsewhere may be a key or an address, but with a number that a message was handed it is a text.
    for (const one of node.type === 'TemplateLiteral' ? resultsOf(node) : [])
      if (isNamed(one, numbers)) found.add(nameOf(one))
    for (const one of shownIn(node).flatMap(resultsOf)) {
      if (isNamed(one, numbers)) found.add(nameOf(one))
      if (figures.has(memberOf(one))) found.add(`.${memberOf(one)}`)
      if (isCalculated(one)) found.add(String(one.operator))
    }
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

/** What is read of an element: its content, and of an attribute for people what is made a text there. */
function shownIn(node: Node): Node[] {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    return (node.children as Node[]).flatMap(expressionIn)
  }
  if (node.type !== 'JSXAttribute' || !isRead(nameOf(node.name))) return []
  return expressionIn(node.value as Node | null).filter(({ type }) => type === 'TemplateLiteral')
}

function expressionIn(node: Node | null): Node[] {
  return node?.type === 'JSXExpressionContainer' ? [node.expression as Node] : []
}

/** What an expression may come to: each of its choices, and each thing that is put into a text. */
function resultsOf(node: Node): Node[] {
  switch (node.type) {
    case 'ParenthesisExpression':
      return resultsOf(node.expression as Node)
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((one) => resultsOf(one as Node))
    case 'TemplateLiteral':
      return (node.expressions as Node[]).flatMap(resultsOf)
    case 'BinaryExpression':
      if (node.operator === '&&') return resultsOf(node.right as Node)
      if (node.operator !== '??' && node.operator !== '||') return [node]
      return [node.left, node.right].flatMap((one) => resultsOf(one as Node))
    case 'CallExpression':
      if (nameOf(node.callee) !== 'String') return [node]
      return (node.arguments as Array<{ expression: Node }>).flatMap(({ expression }) =>
        resultsOf(expression),
      )
    default:
      return [node]
  }
}

function isNamed(node: Node, names: ReadonlySet<string>): boolean {
  return node.type === 'Identifier' && names.has(nameOf(node))
}

/** `stock` of `product.stock` and of `product?.stock`; nothing of a message, such as `cartTexts.total`. */
function memberOf(node: Node): string {
  const member = node.type === 'OptionalChainingExpression' ? (node.base as Node) : node
  return member.type === 'MemberExpression' && !isMessage(member) ? nameOf(member.property) : ''
}

function isMessage(node: Node): boolean {
  return node.type === 'MemberExpression'
    ? isMessage(node.object as Node)
    : node.type === 'Identifier' && nameOf(node).endsWith('Texts')
}

function isCalculated(node: Node): boolean {
  return node.type === 'BinaryExpression' && ['-', '*', '/', '%'].includes(String(node.operator))
}
