/** The full address of a page, as search engines and other sites should know it. For pages made on a request only. */
export function publicUrl(path: string): string {
  const origin = process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`
  return new URL(path, origin).href
}
