import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** As small as it gets: each is compressed once for all who load it. */
const gzipOptions = { level: constants.Z_BEST_COMPRESSION }
const brotliOptions = (size: number) => ({ params: { [constants.BROTLI_PARAM_SIZE_HINT]: size } })

/** Puts compressed files beside the scripts and styles in `folder`. Typefaces and pictures of pixels are compressed as they are. */
export function compressAssets(folder: string): void {
  for (const name of globSync('**/*.{js,css}', { cwd: folder })) {
    const file = join(folder, name)
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, brotliOptions(bytes.byteLength)))
    writeFileSync(`${file}.gz`, gzipSync(bytes, gzipOptions))
  }
}
