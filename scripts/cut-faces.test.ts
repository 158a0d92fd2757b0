import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cutFace, cutFacePath, faces } from './cut-faces.ts'

test.each(faces)('%s is in the storefront as it is cut out of the whole face', async (face) => {
  const isTheSame = (await cutFace(face)).equals(readFileSync(cutFacePath(face)))
  expect(isTheSame, 'run node scripts/cut-faces.ts').toBe(true)
})
