// What is held on somebody: they read it and take it along, an administrator takes a draft of it for whoever asked; nothing is erased
// while a legal hold stands, also by whoever had the page open before, and then everything goes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Answers, dayFromToday, grouped, reach, send } from '../lib/answers.mjs'
import { sound } from '../lib/checks.mjs'
import { atTheDesk } from '../lib/desk.mjs'
import { newAccount } from '../lib/prepared.mjs'
import { addressOf } from '../lib/session.mjs'
import { DESK, elsewhere, STAFF, trial, visitor } from '../lib/trial.mjs'

const NAME = 'Teasel Outlinethorpe'
const CLAIM = 'Claim 41 of this year is before the county court.'
const ASKED = 'At the counter, with a passport.'

/** Somebody with an account asks something in words of their own, and takes it back. */
async function asked(own, email, words) {
  const a = new Answers(own, 'general-enquiry')
  await newAccount(own, NAME, email)
  await a.start()
  await a.pick('about', 'other')
  await own.goOn()
  await a.write('message', words)
  await own.goOn()
  await a.say('date_matters', false)
  await own.goOn()
  await a.pickOptional('help', 'none')
  await own.goOn()
  await reach(own, 'email', email, NAME)
  const reference = (await send(own)).replaceAll(' ', '')
  await own.go(`/cases/${reference}/withdraw`)
  await own.press(own.t('cases-withdraw-button'))
  return reference
}

/** The file behind this link, as it is saved. */
async function taken(s, link) {
  const coming = s.page.waitForEvent('download')
  await s.click(s.page.getByRole('main').locator(link))
  const download = await coming
  assert.match(download.suggestedFilename(), /\.json$/)
  return JSON.parse(readFileSync(await download.path(), 'utf8'))
}

/** Puts the person on hold: not without a reason and a day. */
async function held(s, record) {
  await s.go(`${record}/hold`)
  await s.press(s.t('server-hold-button'))
  await s.refused(s.t('server-hold-reason-empty'), s.t('server-hold-review-wrong'))
  await sound(s)
  await s.fill(s.t('server-hold-reason'), CLAIM)
  await s.fillDate(...dayFromToday(-1))
  await s.press(s.t('server-hold-button'))
  await s.refused(s.t('server-hold-review-wrong'))
  assert.equal(await s.field(s.t('server-hold-reason')).inputValue(), CLAIM)
  await s.fillDate(...dayFromToday(60))
  await s.press(s.t('server-hold-button'))
  await s.says(CLAIM)
  await sound(s)
}

/** Nothing of theirs is found any more, and they come in no more. */
async function gone(s, own, record, { email, words }) {
  await s.go(`${record}/export`)
  for (const text of [NAME, email, words]) assert.ok(!(await s.page.content()).includes(text), `${text} is still there`)
  await s.go(`/admin/people?q=${encodeURIComponent(email)}`)
  await s.says(s.t('server-held-find-none'))
  await sound(s)
  await own.go('/account')
  assert.match(own.page.url(), /\/sign-in/)
}

trial('what is held is read, taken as a file, kept under a legal hold, and erased when it has ended', STAFF, async (s) => {
  const own = await elsewhere(s)
  const email = own.email(`held-${s.mark}`)
  const words = `My neighbour at stage ${s.mark} plays the tuba at night.`
  const reference = await asked(own, email, words)
  await own.go('/account/data')
  await own.says(NAME, words)
  assert.equal(await own.page.getByRole('heading', { name: own.t('server-held-of-looks') }).count(), 0, 'nobody has looked yet')
  await sound(own)
  assert.ok(JSON.stringify(await taken(own, 'a[download]')).includes(words), 'the file has what they wrote')
  await atTheDesk(s, 'administrator')
  await s.go('/admin/people')
  await s.fill(s.t('server-held-find-label'), email)
  await s.press(s.t('server-find-button'))
  await sound(s)
  await s.follow(NAME)
  const record = addressOf(s).replace(/\/export$/, '')
  await s.says(s.t('server-held-draft'), words)
  await sound(s)
  const draft = await taken(s, 'a[download]')
  assert.equal(draft.draft_for_redaction, true)
  assert.ok(JSON.stringify(draft).includes(words) && JSON.stringify(draft).includes(email))
  await own.go('/account/data')
  await own.says(own.t('server-held-of-looks'))
  // Somebody else puts them on hold while the page to erase them is open.
  await s.go(`${record}/erase`)
  await s.says(s.t('server-erase-goes'), grouped(reference))
  await sound(s)
  await s.press(s.t('server-erase-button'))
  await s.refused(s.t('server-erase-reason-empty'))
  await s.fill(s.t('server-erase-reason'), ASKED)
  const other = await visitor(DESK)
  await atTheDesk(other, 'administrator')
  await held(other, record)
  await s.expect(409).press(s.t('server-erase-button'))
  assert.equal(s.status, 409)
  await s.says(s.t('server-erase-refused-held'))
  await s.go(`${record}/erase`)
  await s.says(CLAIM)
  assert.equal(await s.page.getByRole('button', { name: s.t('server-erase-button'), exact: true }).count(), 0)
  await sound(s)
  await own.go('/account/data')
  await own.says(words)
  // Not ended without a reason either; then it goes.
  await other.go(`${record}/hold`)
  await other.press(other.t('server-hold-release'))
  await other.refused(other.t('server-hold-release-empty'))
  await other.fill(other.t('server-hold-release-reason'), 'The claim was settled.')
  await other.press(other.t('server-hold-release'))
  await other.close()
  await s.go(`${record}/erase`)
  await s.fill(s.t('server-erase-reason'), ASKED)
  await s.press(s.t('server-erase-button'))
  await s.saysKey('server-erase-gone')
  await s.says(ASKED)
  await sound(s)
  await gone(s, own, record, { email, words })
  await own.close()
})
