import { openApiDocument } from './document.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly description?: string
  readonly required?: boolean
  readonly schema: Schema
}

interface Content {
  readonly [mediaType: string]: { readonly schema: Schema }
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly [keyword: string]: unknown
}

interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The OpenAPI document as a page to read: plain HTML that needs neither scripts nor the internet. */
export function openApiPage(): string {
  const { info, paths, components } = openApiDocument() as unknown as ApiDocument
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const schemas = Object.entries(components.schemas)
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${text(info.title)} API</title>
    <link rel="stylesheet" href="/api/docs/style.css" />
  </head>
  <body>
    <header>
      <p><a href="/">${text(info.title)}</a></p>
      <h1>The API</h1>
      <p>${prose(info.description)}</p>
      <p>For machines: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
    </header>
    <nav aria-label="Contents">
      <ul>${operations.map(({ method, path, operation }) => `<li><a href="#${operation.operationId}"><code>${method} ${text(path)}</code></a> ${text(operation.summary)}</li>`).join('')}</ul>
    </nav>
    <main>
      ${operations.map(({ method, path, operation }) => section(method, path, operation)).join('\n')}
      <h2>Shapes</h2>
      ${schemas.map(([name, schema]) => shape(name, schema)).join('\n')}
    </main>
  </body>
</html>
`
}

function section(method: string, path: string, operation: Operation): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation
  return `<section>
    <h2 id="${operationId}"><code>${method} ${text(path)}</code></h2>
    <p>${text(summary)}.${description ? ` ${prose(description)}` : ''}</p>
    ${parameters.length > 0 ? table(`Parameters of ${operationId}`, 'Parameters', ['name', 'in', 'value', 'meaning'], parameters.map(parameterCells)) : ''}
    ${requestBody ? `<p>Body: ${contentOf(requestBody.content)}</p>` : ''}
    ${table(
      `Answers of ${operationId}`,
      'Answers',
      ['status', 'body', 'meaning'],
      Object.entries(responses).map(([status, { description: meaning, content = {} }]) => [
        `<code>${status}</code>`,
        contentOf(content),
        prose(meaning),
      ]),
    )}
  </section>`
}

function parameterCells({ name, in: place, description = '', schema }: Parameter): string[] {
  return [`<code>${text(name)}</code>`, text(place), valueIn(schema), prose(description)]
}

function shape(name: string, schema: Schema): string {
  const { properties = {}, required = [] } = schema
  const rows = Object.entries(properties).map(([property, value]) => [
    `<code>${text(property)}</code>${required.includes(property) ? '' : ' (optional)'}`,
    valueIn(value),
  ])
  return `<section><h3 id="shape-${name}">${text(name)}</h3>${table(`Members of ${name}`, 'Members', ['member', 'value'], rows)}</section>`
}

/**
 * @param label what the table is called among all of the page
 * @param rows cells that are HTML already
 */
function table(label: string, caption: string, heads: readonly string[], rows: readonly string[][]): string {
  const head = heads.map((cell) => `<th scope="col">${cell}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  return `<div class="table" role="region" tabindex="0" aria-label="${text(label)}"><table><caption>${text(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

function contentOf(content: Content): string {
  const bodies = Object.entries(content).map(
    ([media, { schema }]) => `${valueIn(schema)} <small>${text(media)}</small>`,
  )
  return bodies.join('<br />') || '–'
}

/** What a value may be, in few words. */
function valueIn(schema: Schema): string {
  const { $ref, type, enum: choices, items, anyOf, properties } = schema
  if ($ref) return referenceTo($ref)
  if (choices) return choices.map((choice) => `<code>${text(choice)}</code>`).join(', ')
  if (anyOf) return anyOf.map(valueIn).join(' or ')
  if (type === 'array' && items) return `list of ${valueIn(items)}${limitsOf(schema)}`
  if (properties)
    return `{ ${Object.keys(properties)
      .map((name) => `<code>${text(name)}</code>`)
      .join(', ')} }`
  return `${text([type ?? 'anything'].flat().join(' or '))}${limitsOf(schema)}`
}

function referenceTo(reference: string): string {
  const name = text(reference.split('/').at(-1) ?? '')
  return `<a href="#shape-${name}">${name}</a>`
}

const limits = {
  minimum: 'from',
  maximum: 'to',
  minLength: 'length from',
  maxLength: 'length to',
  minItems: 'from',
  maxItems: 'to',
  format: 'as',
  default: 'default',
}

function limitsOf(schema: Schema): string {
  const stated = Object.entries(limits).flatMap(([keyword, word]) => {
    const value = schema[keyword]
    return value === undefined || Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
      ? []
      : [`${word} ${text(String(value))}`]
  })
  return stated.length > 0 ? `, ${stated.join(' ')}` : ''
}

/** Plain text in which `code` is set as code. */
function prose(plain: string): string {
  return text(plain).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function text(plain: string): string {
  return plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
