// The board: a desk calls, and everybody in the room sees and hears it; a board that hears nothing any more says so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, layout } from '../lib/checks.mjs'
import { startCouncil } from '../lib/council.mjs'
import { atTheDesk } from '../lib/desk.mjs'
import { Session } from '../lib/session.mjs'
import { screens } from '../pages/places.mjs'
import { DESK, here, PHONE, trial, visitor } from '../lib/trial.mjs'

/** An officer at a desk of the town hall. */
async function officerAt(session, desk) {
  await atTheDesk(session, 'officer')
  await session.go('/desk/counter')
  if ((await session.page.locator('#desk').count()) === 0) return
  await session.page.selectOption('#desk', `town-hall:${desk}`)
  await session.press(session.t('queue-desk-open'))
}

/** Calls the next; their number. */
async function callNext(officer) {
  await officer.press(officer.t('queue-desk-next'))
  return (await officer.page.locator('.app-counter__ticket').innerText()).trim()
}

const call = (board, ticket) => board.page.locator('.app-board__calls .app-board__call').filter({ hasText: ticket })

for (const [width, height] of [[1280, 720], [1920, 1080]]) {
  test(`a call is on the board at once, and a server that is gone is said (${width} px)`, async () => {
    const council = await startCouncil()
    const board = await Session.open(here.browser, council, { width, height })
    const officer = await Session.open(here.browser, council)
    try {
      await board.go('/board/town-hall')
      await board.page.evaluate(() => { globalThis.stays = true })
      await board.page.locator('#sound').click()
      await board.page.locator('#sound').waitFor({ state: 'hidden' })
      await officerAt(officer, '3')
      const ticket = await callNext(officer)
      await call(board, ticket).waitFor()
      assert.match((await call(board, ticket).innerText()).replace(/\s+/g, ' '), /Desk\D* 3$/)
      assert.ok(await board.page.evaluate(() => globalThis.stays), 'without a new page')
      await board.page.waitForFunction(() => Number(document.querySelector('.app-board').dataset.rung) > 0)
      assert.match(await board.page.locator('#said').innerText(), new RegExp(ticket))
      assert.deepEqual([...await axe(board.page), ...await layout(board.page)], [])
      await council.stop()
      await board.page.locator('#stale').waitFor({ state: 'visible', timeout: 5_000 })
      await call(board, ticket).waitFor()
      assert.deepEqual(await axe(board.page), [])
    } finally {
      await council.stop()
      for (const session of [board, officer]) await session.context.close()
    }
  })
}

trial('who waits at a counter is there without a new page, and the focus stays', [DESK], async (officer) => {
  await officerAt(officer, '3')
  const ticket = await callNext(officer)
  await officer.press(officer.t('queue-desk-no-show'))
  const back = officer.page.locator('#live button', { hasText: ticket })
  await back.focus()
  const beside = await visitor(DESK)
  await atTheDesk(beside, 'leader')
  await beside.go('/desk/counter')
  await beside.page.selectOption('#desk', 'town-hall:4')
  await beside.press(beside.t('queue-desk-open'))
  const other = await callNext(beside)
  await officer.page.locator('#live table', { hasText: other }).waitFor({ state: 'detached' })
  assert.ok(await back.evaluate((one) => one === document.activeElement), 'the focus stays where it was')
  await beside.press(beside.t('queue-desk-no-show'))
  await beside.close()
})

trial('every board is right in each of its languages, with and without a script', [DESK, PHONE], async (session) => {
  for (const { path } of Object.values(screens()).flat()) {
    await session.go(path)
    assert.equal(session.status, 200, path)
    if (path.includes('lang=ar')) assert.equal(await session.page.getAttribute('html', 'dir'), 'rtl')
    assert.deepEqual([...(session.script ? await axe(session.page) : []), ...await layout(session.page)], [], path)
  }
})

test('a board speaks one language after the other, unless nothing is to change by itself', async () => {
  for (const [reducedMotion, spoken] of [['no-preference', 1], ['reduce', 7]]) {
    const session = await Session.open(here.browser, here.council, { reducedMotion })
    await session.go('/board/town-hall')
    await session.page.waitForLoadState('load')
    await session.page.waitForFunction((count) => [...document.querySelectorAll('h2#come [data-word]')].filter((one) => one.checkVisibility()).length === count, spoken)
    await session.close()
  }
})
