// A contact: an ordinary one is wrapped up by the keyboard on a small screen, within seconds; several are open at once, and
// nothing typed is lost by going from one to another.
import assert from 'node:assert/strict'
import { atTheDesk } from '../lib/desk.mjs'
import { Stopwatch } from '../lib/strokes.mjs'
import { DESK, PHONE, trial } from '../lib/trial.mjs'

/** A screen of 1366 by 768, less what Chrome and a task bar take of it. */
const SMALL = { ...DESK, width: 1366, height: 625 }

trial('an ordinary contact is taken and wrapped up in under 30 seconds, on one small screen', [SMALL], async (s) => {
  await atTheDesk(s, 'officer')
  await s.go('/desk/cases')
  const by = new Stopwatch(s.page)
  // The telephone rings: a contact is started, with the service in focus. Alt+N does it too, but no program can press it here.
  await by.tabTo(s.page.getByRole('button', { name: s.t('page-desk-contact'), exact: true }))
  await s.left(by.thinks(() => by.press('Enter')))
  assert.match(s.page.url(), /\/desk\/contacts\/[0-9a-f-]+$/)
  // The focus comes to the service when the page is there: sooner than anybody's hands, later than a program's.
  await s.page.waitForFunction(() => document.activeElement?.tagName === 'SELECT')
  await by.thinks(() => by.type('report a m'))
  const chosen = await s.page.evaluate(() => document.activeElement.selectedOptions?.[0]?.textContent.trim())
  assert.equal(chosen, s.s('missed-bin', 'title'), 'the service is chosen by the beginning of its name')
  await by.press('Tab')
  await by.thinks(() => by.type('When is the brown bin emptied?'))
  // Everything the wrap-up needs is in sight: nothing was scrolled, and nothing has to be.
  assert.equal(await s.page.evaluate(() => window.scrollY), 0)
  const finish = s.page.getByRole('button', { name: s.t('contact-finish'), exact: true })
  const { y, height } = await finish.boundingBox()
  assert.ok(y + height <= SMALL.height, `the button to finish ends at ${Math.round(y + height)} of ${SMALL.height} pixels`)
  await s.left(by.thinks(() => by.press('Enter')))
  await s.says(s.t('contact-finished'), `${s.s('missed-bin', 'title')}: ${s.t('contact-outcome-answered')}`)
  const { keys, thoughts, seconds } = by.read()
  console.log(`# ordinary wrap-up: ${keys} keystrokes and ${thoughts} decisions, ${seconds.toFixed(1)} s by the keystroke-level model`)
  assert.ok(seconds < 30, `${seconds} s`)
})

trial('what was typed is there after going to another contact and back', [PHONE, DESK], async (s) => {
  await atTheDesk(s, 'officer')
  await s.go('/desk/cases')
  await s.press(s.t('page-desk-contact'))
  const first = new URL(s.page.url()).pathname
  const tansy = `Tansy ${s.mark}`
  await s.fill(s.t('contact-name'), tansy)
  await s.fill(s.t('contact-words'), 'Where is the library?')
  await s.press(s.t('page-desk-contact'))
  assert.notEqual(new URL(s.page.url()).pathname, first)
  await s.fill(s.t('contact-words'), 'The noise next door')
  await s.enter(s.page.getByRole('button', { name: `${tansy}, ` }))
  assert.equal(new URL(s.page.url()).pathname, first)
  assert.equal(await s.field(s.t('contact-words')).inputValue(), 'Where is the library?')
  await s.press(s.t('contact-later'))
  await s.says(tansy, s.t('contact-unknown'))
  for (const open of await s.page.getByRole('main').locator('a[href^="/desk/contacts/"]').all()) assert.ok(await open.isVisible())
})

trial('a contact is passed on with a word to whoever takes it up, and taken back with everything in it', [PHONE, DESK], async (s) => {
  await atTheDesk(s, 'officer')
  await s.go('/desk/cases')
  await s.press(s.t('page-desk-contact'))
  const contact = new URL(s.page.url()).pathname
  const bryony = `Bryony ${s.mark}`
  await s.fill(s.t('contact-name'), bryony)
  await s.fill(s.t('contact-words'), 'Who collects garden waste?')
  await s.press(s.t('contact-pass'))
  await s.page.getByLabel(s.t('contact-pass-to'), { exact: true }).selectOption({ index: 1 })
  await s.fill(s.t('contact-pass-note'), `Was cut off once ${s.mark}.`)
  await s.press(s.t('contact-pass'))
  await s.says(s.t('contact-passed'), bryony, `Was cut off once ${s.mark}.`)
  const waits = s.page.getByRole('listitem').filter({ hasText: bryony })
  await s.enter(waits.getByRole('button', { name: s.t('contact-take-back'), exact: true }))
  assert.equal(new URL(s.page.url()).pathname, contact)
  assert.equal(await s.field(s.t('contact-words')).inputValue(), 'Who collects garden waste?')
  await s.press(s.t('contact-finish'))
  await s.says(s.t('contact-finished'))
})

trial('by script what is typed is kept as it is typed', [DESK], async (s) => {
  await atTheDesk(s, 'officer')
  await s.go('/desk/cases')
  await s.press(s.t('page-desk-contact'))
  const address = s.page.url()
  const kept = s.page.waitForResponse((answer) => answer.url().endsWith('/keep'))
  await s.fill(s.t('contact-note'), 'Rings back at four.')
  assert.equal((await kept).status(), 204)
  // Left by a link, not by a button of the form.
  await s.go('/desk/find')
  await s.go(address)
  assert.equal(await s.field(s.t('contact-note')).inputValue(), 'Rings back at four.')
})

trial('by script the form and the answers of a service are there as soon as it is chosen', [DESK], async (s) => {
  await atTheDesk(s, 'officer')
  await s.go('/desk/cases')
  await s.press(s.t('page-desk-contact'))
  const form = s.page.getByRole('button', { name: s.t('contact-form'), exact: true })
  assert.equal(await form.count(), 0)
  await s.field(s.t('contact-words')).fill('Where is it?')
  await s.page.getByLabel(s.t('contact-service'), { exact: true }).selectOption({ label: s.s('missed-bin', 'title') })
  await form.waitFor()
  await s.says(s.t('contact-answers-beside'))
  assert.equal(await s.field(s.t('contact-words')).inputValue(), 'Where is it?')
  await s.page.getByLabel(s.t('contact-service'), { exact: true }).selectOption({ label: s.t('contact-service-other') })
  await form.waitFor({ state: 'detached' })
})
