// The floor walker's phone: greets with signal and without it; what was added without it is sent once, with the first touch.
import assert from 'node:assert/strict'
import { sound } from '../lib/checks.mjs'
import { atTheDesk } from '../lib/desk.mjs'
import { DESK, PHONE, trial } from '../lib/trial.mjs'

const SCRIPT = { ...PHONE, script: true }

const lines = (flo) => flo.page.locator('#live .app-floor__list li')
const unsent = (flo) => flo.page.locator('#unsent li')

async function onTheFloor(flo) {
  await atTheDesk(flo, 'officer')
  await flo.go('/floor/town-hall')
}

/** What the browser says of a network that the test took away is what the test is about. */
function forgetTheNetwork(flo) {
  flo.faults = flo.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK/.test(fault))
}

/** Adds somebody without a new page; the mark they get. */
async function addAway(flo, business, initials) {
  await flo.choose(business)
  await flo.fill(flo.t('queue-staff-floor-initials'), initials)
  const before = await unsent(flo).count()
  await flo.page.getByRole('button', { name: flo.t('queue-staff-floor-add'), exact: true }).click()
  await unsent(flo).nth(before).waitFor()
  return (await unsent(flo).nth(before).locator('[data-of="mark"]').innerText()).trim()
}

trial('somebody is greeted, asked anew and leaves', [PHONE, SCRIPT, DESK], async (flo) => {
  await onTheFloor(flo)
  await flo.choose('Parking permits', 'Cannot wait long')
  await flo.fill(flo.t('queue-staff-floor-initials'), 'ae')
  await flo.press(flo.t('queue-staff-floor-add'))
  await flo.see(/^Ticket\s+P\d{3}$/)
  const number = (await flo.page.locator('#number bdi').innerText()).trim()
  await sound(flo)
  await flo.follow(flo.t('queue-staff-floor-next'))
  const line = lines(flo).filter({ hasText: number })
  assert.match(await line.innerText(), /Cannot wait long\.\s+AE/)
  await sound(flo)
  await flo.enter(line.getByRole('link'))
  await flo.choose('Housing and homelessness')
  await sound(flo)
  await flo.press(flo.t('queue-staff-floor-save'))
  assert.match(await line.innerText(), /Housing and homelessness/)
  await flo.enter(line.getByRole('link'))
  await flo.press(flo.t('queue-staff-floor-gone'))
  assert.equal(await line.count(), 0)
})

trial('what is added without signal is sent once, in order, with the time of the first touch', [SCRIPT], async (flo) => {
  await flo.page.clock.install()
  await onTheFloor(flo)
  const before = await lines(flo).count()
  await flo.context.setOffline(true)
  const one = await addAway(flo, 'Parking permits', 'ae')
  await flo.page.clock.fastForward('01:00')
  const two = await addAway(flo, 'Council Tax and benefits', 'bo')
  assert.match(one, /^P-[2-9A-Z]{2}$/)
  assert.match(two, /^C-[2-9A-Z]{2}$/)
  const words = await flo.page.evaluate(() => Object.values(localStorage).join())
  assert.deepEqual(Object.keys(JSON.parse(words)[0]).sort(), ['business', 'initials', 'key', 'lang', 'late', 'mark', 'need', 'touched', 'why'])
  await sound(flo)
  await flo.page.clock.fastForward('02:00')
  // The server hears the first, and its answer is lost.
  let heard = 0
  await flo.page.route('**/floor/town-hall', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    heard += 1
    if (heard > 1) return route.continue()
    await route.fetch()
    await route.abort('internetdisconnected')
  })
  await flo.context.setOffline(false)
  await flo.page.locator('#unsent').waitFor({ state: 'hidden' })
  assert.equal(heard, 3, 'the first is sent again, then the second')
  await flo.go('/floor/town-hall')
  assert.equal(await lines(flo).count(), before + 2, 'each has one ticket')
  const [first, second] = [lines(flo).filter({ hasText: one }), lines(flo).filter({ hasText: two })]
  const minutes = async (line) => Number(/(\d+) minutes?/.exec(await line.innerText())[1])
  assert.deepEqual([await minutes(first), await minutes(second)], [3, 2], 'from the first touch')
  const number = async (line) => Number(/\d{3}/.exec(await line.innerText())[0])
  assert.equal(await number(second), await number(first) + 1, 'in the order they were greeted')
  forgetTheNetwork(flo)
})

trial('what the server does not take stays, with what to do', [SCRIPT], async (flo) => {
  await onTheFloor(flo)
  // The page is from before the site changed.
  await flo.page.evaluate(() => { document.querySelector('input[value="parking"]').value = 'moon' })
  await flo.context.setOffline(true)
  const mark = await addAway(flo, 'Parking permits', 'ae')
  await flo.context.setOffline(false)
  await flo.go('/floor/town-hall')
  await unsent(flo).filter({ hasText: flo.t('queue-staff-floor-not-today') }).waitFor()
  await sound(flo)
  await flo.page.getByRole('button', { name: flo.t('queue-staff-floor-again'), exact: true }).click()
  assert.equal(await flo.field(flo.t('queue-staff-floor-initials')).inputValue(), 'AE'.toLowerCase())
  await flo.choose('Parking permits')
  await flo.page.getByRole('button', { name: flo.t('queue-staff-floor-add'), exact: true }).click()
  await flo.page.locator('#unsent').waitFor({ state: 'hidden' })
  assert.match(await flo.page.locator('#floor-said').innerText(), new RegExp(`${mark}.* is now .*P\\d{3}`))
  flo.faults = flo.faults.filter((fault) => !fault.startsWith('answer: 422'))
  forgetTheNetwork(flo)
})
