import { sharedStorage } from './text-storage.ts'

export const themes = ['system', 'light', 'dark'] as const
/** What the shopper wants to see: paper by day, by night, or as their system has it. */
export type Theme = (typeof themes)[number]

const themeKey = 'onhand-theme'
const papers = { light: '#f8f5ee', dark: '#161410' }

const listeners = new Set<() => void>()

/** Runs in the page's head, before anything is painted; so that a night page never flashes white. */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`

export function theme(): Theme {
  const kept = sharedStorage.getItem(themeKey)
  return themes.find((known) => known === kept) ?? 'system'
}

export function setTheme(wanted: Theme): void {
  if (wanted === 'system') sharedStorage.removeItem(themeKey)
  else sharedStorage.setItem(themeKey, wanted)
  applyTheme()
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Follows what other tabs choose. Returns a function that ends it. */
export function followTheme(): () => void {
  const follow = ({ key }: StorageEvent): void => {
    if (key === themeKey || key === null) applyTheme()
  }
  addEventListener('storage', follow)
  applyTheme()
  return () => removeEventListener('storage', follow)
}

function applyTheme(): void {
  const wanted = theme()
  if (wanted === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = wanted
  colourBrowser(wanted)
  for (const listener of listeners) listener()
}

/** The browser's own bars take the colour of the page. */
function colourBrowser(wanted: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light'
    meta.content = papers[wanted === 'system' ? own : wanted]
  }
}
