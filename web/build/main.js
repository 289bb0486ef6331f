// Builds ../static from what is here: `npm run build`. Into a folder beside it first: whoever builds or starts the program
// meanwhile finds the old files or the new ones, never half of them.
import { build, transform } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { boardCss, deskCss, siteCss } from './css.js'
import { fontLicences, fonts } from './fonts.js'
import { marks } from './marks.js'

// Browsers of the last seven years; older ones get the page without its scripts.
const TARGET = ['chrome88', 'firefox78', 'safari14']
const SCRIPT_TARGET = 'es2020'
const home = fileURLToPath(new URL('../../', import.meta.url))
const [built, out, old] = ['static', 'static.new', 'static.old'].map((name) => join(home, name))

async function small(css) {
  return (await transform(css, { loader: 'css', minify: true, charset: 'utf8', target: TARGET })).code
}

for (const left of [out, old]) rmSync(left, { recursive: true, force: true })
mkdirSync(join(out, 'fonts'), { recursive: true })
const faces = await fonts(join(out, 'fonts'))
writeFileSync(join(out, 'site.css'), await small(await siteCss(faces)))
writeFileSync(join(out, 'desk.css'), await small(await deskCss()))
writeFileSync(join(out, 'board.css'), await small(await boardCss()))
marks(out)
const library = readFileSync(new URL('licence-govuk-frontend.txt', import.meta.url), 'utf8')
writeFileSync(join(out, 'LICENCES.txt'), [`govuk-frontend\n\n${library.trim()}`, ...fontLicences()].join('\n\n\n'))
await build({
  entryPoints: ['site', 'board', 'floor'].map((name) => fileURLToPath(new URL(`../scripts/${name}.ts`, import.meta.url))),
  outdir: out,
  bundle: true,
  format: 'esm',
  minify: true,
  target: SCRIPT_TARGET,
  legalComments: 'none'
})

if (existsSync(built)) renameSync(built, old)
renameSync(out, built)
rmSync(old, { recursive: true, force: true })
