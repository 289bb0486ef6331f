// Delegated authority: what an officer may decide on the spot, and what goes up, is shown before it is done. Within the limits the
// resident has the answer at once, under its paragraph; a penny beyond, or without the paper seen, the team gets it with the reason.
import assert from 'node:assert/strict'
import { Answers, dayFromToday, part, reach, send, somewhere } from '../lib/answers.mjs'
import { sound } from '../lib/checks.mjs'
import { atTheDesk, becomes, PEOPLE } from '../lib/desk.mjs'
import { newAccount, report } from '../lib/prepared.mjs'
import { elsewhere, STAFF, trial } from '../lib/trial.mjs'

const MOVING = 'council-tax-moving-home'
const STREET = 'street-problem'
const SCHEME = 'Part 3, 7.4 (b)'
const MOST = '£150'
const HOME = { line1: 'Ferryman Close 12', town: 'Eastmere', postcode: 'CB1 1AA' }
const REASON = 'The agreement ended on the day they moved out.'

/** Each step is a page. */
async function pages(s, ...steps) {
  for (const step of steps) {
    await step?.()
    await s.goOn()
  }
}

/** Somebody with an account tells the council that they moved out of the area; the reference of their case. */
async function movedOut(own, email) {
  const a = new Answers(own, MOVING)
  const section = (id) => part(own, own.s(MOVING, `section-${id}`))
  const home = async () => {
    await a.pick('old_tenure', 'rented-council')
    await a.day('old_ends_on', dayFromToday(-9))
  }
  await newAccount(own, 'Rowanna Demoford', email)
  await a.start()
  await section('move')
  await pages(own, () => a.pick('move', 'out'), () => a.pick('as', 'tenant'), () => a.day('moved_on', dayFromToday(-10)), undefined)
  await section('old')
  await pages(own, () => a.address('old_address', HOME), home, () => a.pick('old_after', 'landlord-back'))
  await section('people')
  await pages(own, () => a.address('forwarding_address', { ...HOME, line1: 'Heron Way 31' }))
  await part(own, own.t('forms-contact'))
  await reach(own, 'email', email, 'Rowanna Demoford')
  await part(own, own.t('forms-check'))
  return (await send(own)).replaceAll(' ', '')
}

/** What the page would say if it were done now. */
async function ahead(s) {
  const said = s.page.locator('main .govuk-inset-text[role=alert]')
  // It is on the screen, not below what was typed.
  assert.ok(await said.evaluate((box) => box.getBoundingClientRect().top < window.innerHeight), 'the page leads to it')
  return (await said.innerText()).trim()
}

trial('what is within the limits is decided on the spot, and shown before', STAFF, async (s) => {
  const own = await elsewhere(s)
  const reference = await movedOut(own, own.email(`spot-${s.mark}`))
  await atTheDesk(s, 'officer')
  await s.go(`/desk/cases/${reference}`)
  await s.follow(s.t('cases-on-the-spot-title'))
  await s.says(s.s(MOVING, 'delegated-small-refund'), SCHEME)
  await sound(s)
  await s.press(s.t('cases-on-the-spot-button'))
  await s.refused(s.t('cases-decide-outcome-empty'), s.t('cases-decide-reason-empty'), s.t('cases-decide-close-empty'))
  await sound(s)
  const refund = s.s(MOVING, 'outcome-refund-desk')
  await s.choose(refund)
  await s.fill(s.t('cases-on-the-spot-amount'), 'a hundred')
  await s.fill(s.t('cases-on-the-spot-reason'), REASON)
  await s.choose(s.t('cases-decide-close-yes'))
  await s.press(s.t('cases-on-the-spot-button'))
  await s.refused(s.t('cases-on-the-spot-amount-wrong'))
  assert.equal(await s.field(s.t('cases-on-the-spot-reason')).inputValue(), REASON)
  // A penny too much, and the paper was not seen.
  await s.fill(s.t('cases-on-the-spot-amount'), '150.01')
  await s.press(s.t('cases-on-the-spot-button'))
  const paper = s.s(MOVING, 'seen-end-of-tenancy')
  const up = await ahead(s)
  for (const words of [s.t('cases-on-the-spot-beyond'), `${refund}, £150.01`, MOST, s.t('cases-on-the-spot-beyond-seen', { seen: paper })]) assert.ok(up.includes(words), `${words}: ${up}`)
  await sound(s)
  // Put right, the same button does not do what was not shown yet.
  await s.fill(s.t('cases-on-the-spot-amount'), '150')
  await s.choose(paper)
  await s.press(s.t('cases-on-the-spot-beyond-button'))
  const now = await ahead(s)
  for (const words of [s.t('cases-on-the-spot-within'), `${refund}, £150`, SCHEME]) assert.ok(now.includes(words), `${words}: ${now}`)
  await sound(s)
  await own.go(`/cases/${reference}`)
  await own.says(own.t('cases-status-open'))
  await s.press(s.t('cases-on-the-spot-within-button'))
  await s.says(s.t('cases-on-the-spot-done'), s.t('cases-desk-status-closed'), SCHEME, REASON)
  await sound(s)
  await own.go(`/cases/${reference}`)
  await own.says(own.t('cases-status-closed'), own.s(MOVING, 'outcome-refund'), REASON, SCHEME)
  await sound(own)
  await own.close()
})

trial('what is beyond the limits goes up to the team with the reason, and nobody is told that it was decided', STAFF, async (s) => {
  const own = await elsewhere(s)
  const email = own.email(`up-${s.mark}`)
  await report(own, somewhere(), email)
  const path = `/desk/cases/${(await send(own)).replaceAll(' ', '')}`
  await atTheDesk(s, 'officer')
  await s.go(`${path}/on-the-spot`)
  await s.choose(s.s(STREET, 'outcome-mended'))
  await s.fill(s.t('cases-on-the-spot-reason'), 'The caller says it was washed off.')
  await s.choose(s.t('cases-decide-close-yes'))
  await s.press(s.t('cases-on-the-spot-button'))
  const picture = s.t('cases-on-the-spot-beyond-seen', { seen: s.s(STREET, 'seen-mended-picture') })
  assert.ok((await ahead(s)).includes(picture), await ahead(s))
  await s.press(s.t('cases-on-the-spot-beyond-button'))
  await s.says(s.t('cases-sent-up-done'), s.t('cases-desk-status-open'), 'The caller says it was washed off.', picture)
  await sound(s)
  await own.go(`/cases/${path.split('/').pop()}`)
  await own.says(own.t('cases-status-open'))
  assert.ok(!(await own.page.content()).includes('washed off'), 'the resident reads what was written for the team')
  // The team reads why it came up, and decides by its own authority.
  await becomes(s, 'member')
  await s.go(path)
  await s.says(PEOPLE.officer, 'The caller says it was washed off.', picture)
  assert.equal(await s.page.getByRole('button', { name: s.t('cases-on-the-spot-title') }).count(), 0)
  await s.follow(s.t('cases-decide-title'))
  await s.choose(s.s(STREET, 'outcome-mended'))
  await s.fill(s.t('cases-decide-reason'), 'The wall is clean: we looked.')
  await s.choose(s.t('cases-decide-close-yes'))
  await s.press(s.t('cases-decide-button'))
  await s.says(s.t('cases-desk-status-closed'))
  await own.message(email, ({ text }) => text.includes('The wall is clean: we looked.'))
  await own.close()
})
