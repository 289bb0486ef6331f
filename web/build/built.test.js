// What was built is ours, small, and fit for the strict policy it is served under. Run after `npm run build`.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import postcss from 'postcss'
import { tokens } from './theme.js'

const folder = fileURLToPath(new URL('../../static/', import.meta.url))
assert.ok(existsSync(folder), 'nothing is built: run `npm run build --prefix web`')
const read = (name) => readFileSync(folder + name)
const css = { site: String(read('site.css')), desk: String(read('desk.css')), board: String(read('board.css')) }
const script = String(read('site.js'))
const scripts = [script, String(read('board.js'))]

test('nothing of another government is shipped: typeface, crown, logotype, colours', () => {
  const theirs = ['1d70b8', '003078', '0b0c0c', 'ffdd00', 'fd0', '00703c', '0f7a52', 'd4351c', 'ca3535', 'f3f2f1', 'f3f3f3', 'b1b4b6', '505a5f', '4c2c92', '0f385c', 'f4f8fb', '1a65a6', '484949', 'cecece']
  for (const [name, text] of Object.entries(css)) {
    assert.doesNotMatch(text, /gds transport|crown|logotype/i, name)
    for (const colour of theirs) assert.doesNotMatch(text, new RegExp(`#${colour}\\b`, 'i'), `${name}: #${colour}`)
  }
  for (const file of readdirSync(folder)) assert.doesNotMatch(file, /crown|govuk|crest/i)
})

test('every colour is a token', () => {
  const known = new Set(Object.values(tokens.colour))
  const short = (hex) => (hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join('')}` : hex)
  for (const text of Object.values(css)) {
    const outside = text.replace(/:root\{[^}]*\}/g, '')
    const raw = [...outside.matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([hex]) => short(hex.toLowerCase()))
    // Pure black is for paper, so that no coloured ink is used.
    assert.deepEqual(raw.filter((hex) => hex !== '#000000'), [])
  }
  for (const colour of known) assert.match(colour, /^#[0-9a-f]{6}$/)
})

test('on paper no half address follows a link, and nothing stands that only a screen can do', () => {
  const printed = []
  postcss.parse(css.site).walkAtRules('media', (rule) => {
    if (rule.params === 'print') rule.walkRules((each) => printed.push(each))
  })
  const rules = (selector) => printed.filter((rule) => rule.selectors.includes(selector)).map((rule) => String(rule))
  assert.match(rules('a[href^="/"]::after').concat(rules('a[href^="/"]:after')).join(), /content:\s*none/)
  for (const selector of ['.app-screen-only', '.govuk-button']) assert.match(rules(selector).join(), /display:\s*none/, selector)
  assert.match(rules('.app-print-only').join(), /display:\s*block/)
})

test('every token used exists', () => {
  const declared = new Set([...css.site.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name))
  for (const [name, text] of Object.entries(css)) {
    const used = [...text.matchAll(/var\(--([a-z0-9-]+)/g)].map(([, token]) => token)
    assert.deepEqual([...new Set(used)].filter((token) => !declared.has(token)), [], name)
  }
})

test('words and ground set together are a pair whose contrast is checked', () => {
  const pairs = new Set(tokens['text-pairs'].map((pair) => pair.join(' on ')))
  const unchecked = new Set()
  postcss.parse(css.site + css.desk + css.board).walkRules((rule) => {
    const token = (prop) => rule.nodes.findLast((node) => node.prop === prop)?.value.match(/^var\(--([a-z-]+)\)$/)?.[1]
    const [words, ground] = [token('color'), token('background-color')]
    if (words && ground && !pairs.has(`${words} on ${ground}`)) unchecked.add(`${words} on ${ground}`)
  })
  assert.deepEqual([...unchecked], [])
})

test('sides are named by start and end, so that one sheet serves both directions', () => {
  for (const text of Object.values(css)) {
    const sides = [...text.matchAll(/[;{](?:margin|padding|border)-(?:left|right)[a-z-]*:|text-align:(?:left|right)/g)].map(([all]) => all)
    // The details marker is a triangle made of borders and is turned round by itself.
    assert.deepEqual(sides.filter((side) => !side.endsWith('-color:')), [])
  }
})

test('nothing is fetched from elsewhere and scripts keep to the policy', () => {
  for (const text of [...Object.values(css), ...scripts]) assert.doesNotMatch(text, /url\(["']?(?:https?:)?\/\//)
  for (const text of scripts) assert.doesNotMatch(text, /\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage|indexedDB/)
})

test('a page carries at most 100 kB besides its own matter', () => {
  const fonts = readdirSync(`${folder}fonts`)
  const weight = (pattern) => fonts.filter((name) => pattern.test(name)).reduce((sum, name) => sum + read(`fonts/${name}`).length, 0)
  const always = [css.site, css.desk, script, read('mark.svg')].reduce((sum, text) => sum + gzipSync(text).length, 0)
  const welsh = always + weight(/atkinson/)
  const arabic = always + weight(/arabic|atkinson.*-latin-\d/)
  for (const [language, bytes] of Object.entries({ welsh, arabic })) {
    assert.ok(bytes <= 100_000, `${language}: ${bytes} bytes`)
    console.log(`${language}: ${bytes} bytes`)
  }
})

test('the licences of what is built in go with it', () => {
  const licences = String(read('LICENCES.txt'))
  for (const words of [/govuk-frontend[\s\S]*MIT License/, /atkinson[\s\S]*SIL Open Font License/i, /noto-sans-arabic/]) {
    assert.match(licences, words)
  }
})

test('every typeface the styles name is there', () => {
  const named = [...css.site.matchAll(/fonts\/([a-z0-9-]+\.woff2)/g)].map(([, name]) => name)
  assert.ok(named.length >= 6)
  for (const name of named) assert.ok(existsSync(`${folder}fonts/${name}`), name)
})
