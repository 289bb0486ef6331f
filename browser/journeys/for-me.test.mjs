// For me: somebody comes to the counter and has an officer do a service for them. They say yes to it in words that are read out, answer
// one question at home themselves, and every answer says who gave it, at the desk and in what is held about them.
import assert from 'node:assert/strict'
import { Answers, dayFromToday, grouped } from '../lib/answers.mjs'
import { sound } from '../lib/checks.mjs'
import { atTheDesk, findRecord, letIn, PEOPLE } from '../lib/desk.mjs'
import { newAccount } from '../lib/prepared.mjs'
import { addressOf } from '../lib/session.mjs'
import { elsewhere, STAFF, trial } from '../lib/trial.mjs'

const NAME = 'Bryony Sketchmere'
const SERVICE = 'missed-bin'
const HOME = { line1: 'Ferryman Close 12', town: 'Eastmere', postcode: 'CB1 1AA' }

const BEHIND = 'It stands behind the side gate.'

/** What the person wants is chosen and read out; not begun before they said yes. */
async function agreed(s) {
  await s.follow(s.t('forms-for-title'))
  await s.see(s.t('forms-for-title'))
  await s.says(s.t('forms-for-reached-identity', { holder: NAME }), s.t('forms-for-read'), s.t('forms-for-words'))
  await sound(s)
  await s.press(s.t('forms-for-start'))
  await s.refused(s.t('forms-for-service-empty'), s.t('forms-for-how-empty'))
  await s.select(s.t('forms-for-service'), s.s(SERVICE, 'title'))
  await s.press(s.t('forms-for-start'))
  await s.refused(s.t('forms-for-how-empty'))
  const chosen = s.field(s.t('forms-for-service')).locator('option:checked')
  assert.equal((await chosen.innerText()).trim(), s.s(SERVICE, 'title'), 'what was chosen stays')
  await sound(s)
  await s.choose(s.t('forms-for-how-here'))
  await s.press(s.t('forms-for-start'))
}

/** The questions up to the last, asked at the counter. */
async function asked(s) {
  const a = new Answers(s, SERVICE)
  await s.says(s.t('forms-for-caption', { words: s.s(SERVICE, 'title'), name: NAME }))
  await s.goOn()
  await s.refused()
  await sound(s)
  await a.pick('container', 'garden')
  await s.goOn()
  await a.address('address', HOME)
  await s.goOn()
  await a.day('due_on', dayFromToday(-1))
  await s.goOn()
  await a.say('out_by_seven', true)
  await a.pick('tag', 'none')
  await s.goOn()
  await a.pick('whole_street', 'mine')
  await a.say('blocked', false)
  await s.goOn()
  await a.say('assisted', false)
  await s.goOn()
  await a.pick('times_before', 'none')
  await s.goOn()
}

/** At home they find what was begun, put one answer right and give the last one. */
async function carriedOn(own) {
  const a = new Answers(own, SERVICE)
  await own.go('/account')
  await own.enter(own.page.getByRole('main').locator('a[href^="/forms/"]', { hasText: own.s(SERVICE, 'title') }))
  await own.go(`${addressOf(own).split('/').slice(0, 3).join('/')}/before`)
  await a.pick('times_before', 'once')
  await own.goOn()
  await a.write('description', BEHIND, { optional: true })
  await own.goOn()
}

/** The answer to a question on a case at the desk, and the line under it that says who gave it. */
async function given(s, label) {
  const row = s.page.locator('.govuk-summary-list__row').filter({ has: s.page.getByText(label, { exact: true }) })
  const [answer, ...by] = (await row.locator('dd').innerText()).split('\n').map((line) => line.trim()).filter(Boolean)
  return { answer, by: by.join(' ') }
}

trial('an officer does a service for somebody at the counter, and every answer says who gave it', STAFF, async (s) => {
  const own = await elsewhere(s)
  const email = own.email(`for-me-${s.mark}`)
  await newAccount(own, NAME, email)
  await atTheDesk(s, 'officer')
  const record = await findRecord(s, email)
  await letIn(s, record, NAME)
  await agreed(s)
  await asked(s)
  // Left open: it stands on the record and in the account.
  const form = addressOf(s).split('/').slice(0, 4).join('/')
  await s.follow(s.t('forms-later'))
  assert.equal(addressOf(s), record)
  await s.says(s.t('forms-for-begun'))
  await sound(s)
  await carriedOn(own)
  await s.follow(s.s(SERVICE, 'title'))
  await s.see(s.t('forms-contact'))
  await s.goOn()
  await s.see(s.t('forms-check'))
  await s.says(s.t('forms-for-read-back'), s.t('forms-for-declaration'), BEHIND)
  await sound(s)
  await s.press(s.t('forms-check-send'))
  const path = addressOf(s).split('?')[0]
  const reference = path.split('/').pop()
  await s.says(s.t('cases-desk-sent-for', { reference: grouped(reference) }), s.t('cases-desk-event-opened-for'))
  await sound(s)
  const staff = s.t('cases-desk-given-by-staff')
  const a = new Answers(s, SERVICE)
  assert.deepEqual(await given(s, a.label('container')), { answer: s.s(SERVICE, 'option-container-garden'), by: staff })
  assert.deepEqual(await given(s, a.label('whole_street')), { answer: s.s(SERVICE, 'option-whole_street-mine'), by: staff })
  assert.deepEqual(await given(s, a.label('times_before')), { answer: s.s(SERVICE, 'option-times_before-once'), by: '' })
  assert.deepEqual(await given(s, a.label('description')), { answer: BEHIND, by: '' })
  // It is theirs, they are told who filled it in, and that they agreed is held on them.
  assert.ok(await own.message(email, ({ subject }) => subject === own.t('forms-told-for-subject', { service: own.s(SERVICE, 'title') })))
  await own.go(`/cases/${reference}`)
  await own.says(own.t('cases-event-opened-for'), PEOPLE.officer.split(' ')[0])
  await sound(own)
  await own.go('/account/data')
  await own.says(own.t('server-held-of-forms_consents'))
  await own.close()
  // Sent, it is on the record no more as begun.
  await s.follow(s.t('cases-desk-sent-back', { name: NAME }))
  assert.equal(addressOf(s), record)
  assert.equal(await s.page.getByText(s.t('forms-for-begun')).count(), 0)
})
