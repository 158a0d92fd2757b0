import { parseSync } from '@swc/core'

export interface FoundText {
  line: number
  text: string
}

/** Attributes that hold words only by mistake: names, addresses, states. Whatever is not named here is shown. */
const forTheBrowser = new Set(
  [
    'id key name type href src action method target rel role lang list form htmlFor autoCapitalize autoComplete',
    'enterKeyHint inputMode defaultValue value loading decoding fetchPriority fill stroke strokeLinecap',
    'strokeLinejoin scope colSpan dateTime prefetch aria-busy aria-controls aria-current aria-describedby aria-haspopup',
    'aria-labelledby aria-live',
    // Of our own components.
    'as level look size describedBy next',
  ].flatMap((names) => names.split(' ')),
)
/** Attributes and members that are never words, though some look like it. */
const neverWords = new Set(
  'className style d viewBox strokeDasharray id @type Authorization adjustFontFallback'.split(' '),
)

/** Shown whatever it says, or in code, where it is a text when it reads like one. */
type Place = 'shown' | 'code'

/** A part of a program as the parser tells it. */
export interface Node {
  type: string
  span: { start: number; end: number }
  [part: string]: unknown
}

/** Finds the texts for people in a file of the storefront: all that is shown, and what reads like words elsewhere. */
export function findTexts(source: string, isTsx: boolean): FoundText[] {
  // Positions go on from file to file, so an empty statement in front says where this one begins.
  const text = Buffer.from(`;${source}`)
  const program = parseSync(`;${source}`, { syntax: 'typescript', tsx: isTsx })
  const found: FoundText[] = []
  visit(program.body, 'code')
  return found

  function visit(value: unknown, place: Place): void {
    if (typeof value !== 'object' || value === null) return
    if (isNode(value)) visitNode(value, place)
    else for (const part of Object.values(value)) visit(part, place)
  }

  function visitNode(node: Node, place: Place): void {
    if (isForTypes(node) || isForDevelopers(node)) return
    const words = wordsOf(node)
    if (words !== undefined) keep(node, words, node.type === 'JSXText' ? 'shown' : place)
    for (const [name, part] of Object.entries(node)) visit(part, placeOf(node, name, place))
  }

  function keep({ span }: Node, words: string, place: Place): void {
    if (!/\p{L}/u.test(words) || (place === 'code' && !readsLikeWords(words))) return
    const before = text.subarray(0, span.start - program.span.start).toString()
    found.push({ line: before.split('\n').length, text: words.replace(/\s+/g, ' ').trim() })
  }
}

/** What a literal says, with `…` for what is put into it. */
function wordsOf(node: Node): string | undefined {
  if (node.type === 'JSXText' || node.type === 'StringLiteral') return String(node.value)
  if (node.type !== 'TemplateLiteral') return undefined
  return (node.quasis as Array<{ raw: string }>).map(({ raw }) => raw).join('…')
}

/** Where a part of a node stands. What is shown goes on being shown through choices, and nothing else. */
function placeOf(node: Node, part: string, place: Place): Place {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return part === 'children' ? 'shown' : 'code'
    case 'JSXAttribute':
      return isForTheBrowser(nameOf(node.name)) ? 'code' : 'shown'
    case 'ConditionalExpression':
      return part === 'test' ? 'code' : place
    case 'BinaryExpression':
      return ['+', '??', '||', '&&'].includes(String(node.operator)) ? place : 'code'
    case 'JSXExpressionContainer':
    case 'ParenthesisExpression':
    case 'TemplateLiteral':
      return place
    default:
      return 'code'
  }
}

/** Whether an attribute holds words only by mistake. */
function isForTheBrowser(attribute: string): boolean {
  return forTheBrowser.has(attribute) || /^(data-|on[A-Z])/.test(attribute)
}

/** Whether people read what an attribute says. */
export function isRead(attribute: string): boolean {
  return !isForTheBrowser(attribute) && !neverWords.has(attribute)
}

function isForTypes({ type }: Node): boolean {
  return /^(Import|ExportAll)Declaration$|^Ts(Type|Interface|Literal|Union|Enum)/.test(type)
}

/** Directives, names, comparisons, errors that are thrown. */
function isForDevelopers(node: Node): boolean {
  switch (node.type) {
    case 'ExpressionStatement':
      return (node.expression as Node).type === 'StringLiteral'
    case 'JSXAttribute':
      return neverWords.has(nameOf(node.name))
    case 'KeyValueProperty':
      return neverWords.has(nameOf(node.key))
    case 'CallExpression':
      return nameOf(node.callee) === 'classNames'
    case 'NewExpression':
      return /Error$|^NoAnswer$/.test(nameOf(node.callee))
    case 'BinaryExpression':
      return node.operator === '===' || node.operator === '!=='
    default:
      return false
  }
}

/** A word with a capital, or at least two things in a row of which most are plain words; not so the names of looks. */
function readsLikeWords(text: string): boolean {
  const parts = text.trim().split(/\s+/)
  if (parts.length === 1) return /^\p{Lu}[\p{Ll}’]+[.:!?…]?$/u.test(text.trim())
  const lettered = parts.filter((part) => /\p{L}/u.test(part))
  const words = lettered.filter((part) => /^[“(]?\p{L}[\p{L}’']*[”).,;:!?…]*$/u.test(part))
  return words.length > lettered.length / 2
}

export function isNode(value: object): value is Node {
  return 'type' in value && typeof value.type === 'string'
}

/** `label` of an attribute, a member or a variable. */
export function nameOf(name: unknown): string {
  return String((name as { value?: unknown }).value)
}
