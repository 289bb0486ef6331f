// Every pair of colours that meets on a page can be read: 4.5 to 1 for text, 3 to 1 for edges and focus (WCAG 1.4.3, 1.4.11).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokens } from './theme.js'

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast of two colours, 1 to 21. */
function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function weak(pairs, least) {
  return pairs
    .map(([a, b]) => [a, b, contrast(tokens.colour[a], tokens.colour[b])])
    .filter(([, , ratio]) => !(ratio >= least))
    .map(([a, b, ratio]) => `${a} on ${b}: ${ratio.toFixed(2)}`)
}

test('black on white is 21 to 1 and a colour on itself 1 to 1', () => {
  assert.equal(Math.round(contrast('#000000', '#ffffff')), 21)
  assert.equal(contrast('#777777', '#777777'), 1)
})

test('words can be read on every ground they stand on', () => {
  assert.deepEqual(weak(tokens['text-pairs'], 4.5), [])
})

test('edges of controls and the focus can be seen', () => {
  assert.deepEqual(weak(tokens['edge-pairs'], 3), [])
})
