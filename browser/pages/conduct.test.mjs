// What holds for the site as a whole: its weight, its look on paper and in forced colours, whose brand it does not wear.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { forcedColours, layout, onPaper, weight } from '../lib/checks.mjs'
import { ROOT } from '../lib/council.mjs'
import { asResident, preparedStaff, preparedVisitor } from '../lib/prepared.mjs'
import { Session } from '../lib/session.mjs'
import { here, prepare } from '../lib/trial.mjs'

let visitor
let inside

prepare(async () => {
  visitor = await preparedVisitor(here.browser, here.council)
  inside = await preparedStaff(here.browser, here.council, 'officer', asResident)
})

const ALLOWED = 100_000

test('no page weighs more than 100 kB with all it needs', async () => {
  const pages = [
    [undefined, '/'], [undefined, '/services'], [undefined, '/language/ar?to=/'], [visitor.state, `${visitor.ready}/check`],
    [visitor.state, `/cases/${visitor.reference}`], [inside.state, '/account'], [inside.state, '/desk/cases?tab=all'], [inside.state, inside.cases[0]],
  ]
  for (const [state, path] of pages) {
    const bytes = await weight(here.browser, state, here.council.url + path)
    assert.ok(bytes > 5_000, `${path} was weighed: ${bytes}`)
    assert.ok(bytes <= ALLOWED, `${path} weighs ${bytes} bytes`)
  }
})

test('printed, a page is its words', async () => {
  const session = await Session.open(here.browser, here.council, { storageState: visitor.state })
  for (const path of ['/', '/services/street-problem', `/received/${visitor.reference}`, `/cases/${visitor.reference}`, '/about/privacy']) {
    await session.go(path)
    assert.deepEqual(await onPaper(session.page), [], path)
  }
  await session.close()
})

test('in forced colours every control has an edge', async () => {
  const session = await Session.open(here.browser, here.council, { storageState: visitor.state, forcedColors: 'active', width: 320 })
  for (const path of ['/', `${visitor.street}/kind`, `${visitor.street}/contact`, `${visitor.tasks}/reductions`, '/sign-in/password']) {
    await session.go(path)
    assert.deepEqual([...await forcedColours(session.page), ...await layout(session.page)], [], path)
  }
  await session.close()
})

test('at twice the size on a desktop nothing scrolls sideways', async () => {
  // A zoom of 200 % leaves half the width.
  const session = await Session.open(here.browser, here.council, { storageState: inside.state, width: 640, height: 400 })
  for (const path of ['/', '/services', '/account', '/desk/cases?tab=all', inside.cases[0], '/desk/figures']) {
    await session.go(path)
    assert.deepEqual(await layout(session.page), [], path)
  }
  await session.close()
})

test('a button that belongs to a box stands beside it', async () => {
  const session = await Session.open(here.browser, here.council, { storageState: inside.state })
  await session.go('/desk/cases')
  const box = async (of) => session.page.locator(`.app-find ${of}`).boundingBox()
  const [field, button] = [await box('input'), await box('button')]
  const gap = button.x - (field.x + field.width)
  assert.ok(gap > 0 && gap < 24, `${gap} px between the box and its button`)
  assert.ok(Math.abs(field.y + field.height - button.y - button.height) < 2, 'they stand on one line')
  await session.close()
})

test("the site wears its own council's look, nobody else's", async () => {
  const theirs = /GDS Transport|crown|GOV\.UK/i
  const session = await Session.open(here.browser, here.council, { storageState: inside.state })
  for (const path of ['/', '/services/street-problem', '/about/accessibility', '/account', '/desk', inside.cases[0]]) {
    await session.go(path)
    assert.doesNotMatch(await session.page.content(), theirs, path)
  }
  await session.close()
  const shipped = join(ROOT, 'static')
  for (const file of readdirSync(shipped).filter((name) => /\.(css|svg|webmanifest)$/.test(name))) {
    assert.doesNotMatch(readFileSync(join(shipped, file), 'utf8'), theirs, file)
  }
})
