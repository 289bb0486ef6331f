import assert from 'node:assert/strict'
import { test } from 'node:test'
import postcss from 'postcss'
import { ourColours, startAndEnd } from './css.js'

const turned = async (css) => (await postcss([startAndEnd()]).process(css, { from: undefined })).css
const coloured = async (css) => (await postcss([ourColours()]).process(css, { from: undefined })).css

test('sides are named by where a line starts and ends', async () => {
  assert.equal(await turned('a{margin-left:1px;border-right-color:red;left:0;text-align:right}'),
    'a{margin-inline-start:1px;border-inline-end-color:red;inset-inline-start:0;text-align:end}')
})

test('a float keeps its old name for old browsers', async () => {
  assert.equal(await turned('a{float:left}'), 'a{float:left;float:inline-start}')
})

test('four different sides become pairs, four alike stay', async () => {
  assert.equal(await turned('a{padding:1px 2px 3px 4px}'), 'a{padding-block: 1px 3px;padding-inline: 4px 2px}')
  assert.equal(await turned('a{padding:1px 2px 3px 2px}'), 'a{padding:1px 2px 3px 2px}')
})

test('a triangle made of borders stays as drawn', async () => {
  const triangle = 'a{border-width:7px 0 7px 12px;border-left-color:inherit}'
  assert.equal(await turned(triangle), triangle)
})

test('colours become tokens, and an unknown one stops the build', async () => {
  assert.equal(await coloured('a{color:var(--govuk-text-colour, #24222f)}'), 'a{color:var(--ink)}')
  await assert.rejects(coloured('a{color:#123456}'), /no token for the colour #123456/)
})

test('what we draw ourselves is taken out of the library', async () => {
  assert.equal(await coloured('.govuk-button:hover{color:red}.govuk-button-group{margin:0}'), '.govuk-button-group{margin:0}')
})
