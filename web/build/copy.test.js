// The copy button says so for a moment, however often it is pressed, and says nothing where the browser refuses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const source = fileURLToPath(new URL('../scripts/copy.ts', import.meta.url))
const { outputFiles } = buildSync({ entryPoints: [source], bundle: true, format: 'esm', write: false })
const { copyButtons } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)

/** A page with one button that copies a reference. */
function page(t, writeText) {
  const pressed = []
  const button = {
    hidden: true,
    dataset: { copy: 'reference', copied: 'Copied' },
    textContent: 'Copy',
    setAttribute() {},
    addEventListener: (_, hear) => pressed.push(hear),
  }
  const names = { navigator: { clipboard: { writeText } }, document: { querySelectorAll: () => [button], getElementById: () => ({ textContent: ' GH-1 ' }) } }
  for (const [name, value] of Object.entries(names)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name)
    Object.defineProperty(globalThis, name, { value, configurable: true })
    t.after(() => (before ? Object.defineProperty(globalThis, name, before) : delete globalThis[name]))
  }
  copyButtons()
  return { button, press: () => pressed[0]() }
}

test('pressed twice, the button goes back to its own words', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const copied = []
  const { button, press } = page(t, async (words) => copied.push(words))
  assert.equal(button.hidden, false)
  await press()
  t.mock.timers.tick(2000)
  await press()
  t.mock.timers.tick(2000)
  assert.equal(button.textContent, 'Copied', 'three seconds from the last press')
  t.mock.timers.tick(1000)
  assert.deepEqual([button.textContent, copied], ['Copy', ['GH-1', 'GH-1']])
})

test('where the browser refuses, nothing is said', async (t) => {
  const { button, press } = page(t, async () => Promise.reject(new Error('not allowed')))
  await press()
  assert.equal(button.textContent, 'Copy')
})
