// Every class of ours that a page uses is styled, so that a misspelt or forgotten one is noticed.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const css = ['site.css', 'desk.css', 'board.css'].map((name) => readFileSync(join(root, 'static', name), 'utf8')).join('')

// Names that only mark a place and need no style.
const MARKS = new Set(['app-tabs__tab'])

function pages(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
  const kept = entries.filter((entry) => entry.isFile() && /\.(html|rs)$/.test(entry.name))
  return kept.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter((path) => !/[/\\]tests[/\\]/.test(path))
}

test('every class app-… a page uses is styled', () => {
  const missing = new Map()
  for (const path of [...pages('templates'), ...pages('crates')]) {
    for (const [name] of readFileSync(path, 'utf8').matchAll(/\bapp-[a-z]+(?:(?:-|--|__)[a-z]+)*/g)) {
      if (MARKS.has(name)) continue
      if (!css.includes(`.${name}`)) missing.set(name, path.slice(root.length))
    }
  }
  assert.deepEqual(Object.fromEntries(missing), {})
})
