import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const root = join(import.meta.dirname, '..')
/** Of each face the weights that the storefront sets words in; whole ones have all from thin to bold. */
const weights = { geist: { min: 400, max: 500 }, newsreader: 450 }
/** Of every character before the surrogates, those that a face has. */
const characters = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('')

export const faces = Object.keys(weights) as Array<keyof typeof weights>
type Face = (typeof faces)[number]

/** Takes the weights that are used out of a face, with all of its characters: about half of its size. */
export function cutFace(face: Face): Promise<Buffer> {
  const files = join(root, 'node_modules/@fontsource-variable', face, 'files')
  const whole = readFileSync(join(files, `${face}-latin-wght-normal.woff2`))
  return subsetFont(whole, characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: weights[face] },
  })
}

/** Where the storefront takes it from. */
export function cutFacePath(face: Face): string {
  return join(root, 'web/app/faces', `${face}.woff2`)
}

if (import.meta.main) for (const face of faces) writeFileSync(cutFacePath(face), await cutFace(face))
