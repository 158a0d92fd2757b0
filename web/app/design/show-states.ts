const states = /(?<!\\):(hover|active|focus-visible|focus-within)(?![\w-])/g

/**
 * Lets every rule of this page's styles for what is hovered, pressed or focused also be for what says so in
 * `data-state-shown`, so that a board and its pictures can show it. It is the rules themselves, as specific as before and
 * in their place, and nothing of this is in the styles of the shop. Returns a function that ends it.
 */
export function showStates(): () => void {
  const rewriteAll = (): void => {
    for (const sheet of document.styleSheets) rewrite(sheet.cssRules)
  }
  rewriteAll()
  // Whoever works on the styles is sent them anew.
  document.head.addEventListener('load', rewriteAll, true)
  return () => document.head.removeEventListener('load', rewriteAll, true)
}

function rewrite(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const { selectorText } = rule
      const rewritten = orShown(selectorText)
      if (rewritten !== selectorText) rule.selectorText = rewritten
    }
    if ('cssRules' in rule) rewrite(rule.cssRules as CSSRuleList)
  }
}

/** `.link:hover` → `.link:is(:hover, [data-state-shown~="hover"])` */
export function orShown(selector: string): string {
  if (selector.includes('data-state-shown')) return selector
  return selector.replace(states, (pseudo, name: string) => {
    // What is focused within is an ancestor of what says so.
    if (name === 'focus-within') return `:is(${pseudo}, :has([data-state-shown~="focus-visible"]))`
    return `:is(${pseudo}, [data-state-shown~="${name}"])`
  })
}
