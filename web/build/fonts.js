// Typefaces: the scripts and weights used, each file named by its content so that it can be cached for ever.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

const FACES = [
  { family: 'Atkinson Hyperlegible Next', from: 'atkinson-hyperlegible-next', script: 'latin' },
  { family: 'Atkinson Hyperlegible Next', from: 'atkinson-hyperlegible-next', script: 'latin-ext' },
  // Arabic as written in Arabic, Persian and Urdu; presentation forms and historic letters are left out.
  { family: 'Noto Sans Arabic', from: 'noto-sans-arabic', script: 'arabic', only: [[0x600, 0x6ff], [0x200c, 0x200e]] }
]
const WEIGHTS = [400, 700]

const hex = (n) => n.toString(16).toUpperCase().padStart(4, '0')

function characters(ranges) {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join('')
}

async function face({ family, from, script, only }, weight, folder) {
  const home = dirname(require.resolve(`@fontsource/${from}/package.json`))
  const whole = readFileSync(join(home, 'files', `${from}-${script}-${weight}-normal.woff2`))
  const bytes = only ? await subsetFont(whole, characters(only), { targetFormat: 'woff2' }) : whole
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const name = `${from}-${script}-${weight}-${mark}.woff2`
  writeFileSync(join(folder, name), bytes)
  const range = only
    ? only.map(([a, b]) => `U+${hex(a)}-${hex(b)}`).join(',')
    : JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8'))[script]
  return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url("fonts/${name}") format("woff2");
  unicode-range: ${range};
}`
}

/** The licences of the typefaces, which must go wherever they go. */
export function fontLicences() {
  return [...new Set(FACES.map(({ from }) => from))].map((from) => {
    const home = dirname(require.resolve(`@fontsource/${from}/package.json`))
    return `${from}\n\n${readFileSync(join(home, 'LICENSE'), 'utf8').trim()}`
  })
}

/** Writes the typefaces into `folder` and gives their @font-face rules. */
export async function fonts(folder) {
  const rules = []
  for (const each of FACES) {
    for (const weight of WEIGHTS) rules.push(await face(each, weight, folder))
  }
  return rules.join('\n')
}
