/** As much as a search engine or two lines of a card show of a text, cut between words. */
export function firstWords(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, '')} …`
}
