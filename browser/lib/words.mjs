// What the pages say, read from the same files as the program reads, so that a journey is written once for every language.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './council.mjs'

const kept = new Map()

function entries(text) {
  const found = new Map()
  let key
  for (const line of text.split('\n')) {
    const starts = /^([a-z][\w-]*) =\s?(.*)$/.exec(line)
    if (starts) {
      key = starts[1]
      found.set(key, starts[2])
    } else if (key && /^\s+\S/.test(line)) {
      found.set(key, `${found.get(key)}\n${line.trim()}`)
    } else if (line.startsWith('#')) {
      key = undefined
    }
  }
  return found
}

function fileOf(path) {
  if (!kept.has(path)) kept.set(path, entries(readFileSync(path, 'utf8')))
  return kept.get(path)
}

function filled(text, values) {
  return text.replace(/\{ \$(\w+) \}/g, (whole, name) => (name in values ? String(values[name]) : whole))
}

/** The words under `key` of locales/<lang>, with the values given put in. */
export function words(lang, key, values = {}) {
  const folder = join(ROOT, 'locales', lang)
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    const text = fileOf(join(folder, file)).get(key)
    if (text !== undefined) return filled(text, values)
  }
  if (lang !== 'en') return words('en', key, values)
  throw new Error(`no words ${key} in ${lang}`)
}

/** The words under `key` of a service's definition. */
export function serviceWords(lang, service, key) {
  const text = serviceWordsIfAny(lang, service, key)
  if (text === undefined) throw new Error(`no words ${key} in ${service}, ${lang}`)
  return text
}

/** The same, or nothing where the service leaves them to the words for all. */
export function serviceWordsIfAny(lang, service, key) {
  return fileOf(join(ROOT, 'definitions', service, `${lang}.ftl`)).get(key)
}

/** The words of one of the two sides of a phrase with a value in it: a pattern that fits any value. */
export function pattern(lang, key) {
  const parts = words(lang, key).split(/\{ \$\w+ \}/)
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'))
}
