// One approved answer: written by an owner, approved by somebody else, told to a resident, put right, and the right one sent to
// whoever was told the wrong one. A reader without an account says that something is wrong with it.
import assert from 'node:assert/strict'
import { atTheDesk, becomes } from '../lib/desk.mjs'
import { addressOf } from '../lib/session.mjs'
import { DESK, PHONE, trial, TWICE, visitor } from '../lib/trial.mjs'

const en = (s, key) => s.t(key, { language: 'English' })

/** Writes a new answer for everybody and gives its address. */
async function written(s, question, answer) {
  await s.go('/desk/knowledge/new')
  await s.press(s.t('knowledge-save'))
  await s.refused(s.t('knowledge-question-empty'), s.t('knowledge-answer-empty'))
  await s.fill(en(s, 'knowledge-question'), question)
  await s.fill(en(s, 'knowledge-answer'), answer)
  await s.choose(s.t('knowledge-public-yes'))
  await s.press(s.t('knowledge-save'))
  await s.see(question)
  await s.says(s.t('knowledge-none-stands'))
  return addressOf(s).split('?')[0]
}

trial('an answer is written, approved by another, told, put right, and whoever was told it hears of it', TWICE, async (s) => {
  const question = `When does the ferry at stage ${s.width} leave?`
  const told = s.email('told')
  await atTheDesk(s, 'owner')
  const path = await written(s, question, 'At noon.')
  await s.go(`${path}/approve`)
  await s.says(s.t('knowledge-approve-not-own'))
  await becomes(s, 'leader')
  await s.go(path)
  await s.follow(s.t('knowledge-approve-title'))
  await s.press(s.t('knowledge-approve-button'))
  await s.says('At noon.', s.t('knowledge-tag-stands'))
  // Told to somebody who has no account.
  await becomes(s, 'officer')
  await s.go(`/desk/knowledge?q=${encodeURIComponent('when does the fery leave')}`)
  await s.follow(question)
  await s.follow(s.t('knowledge-tell-title'))
  await s.press(s.t('knowledge-tell-button'))
  await s.refused(s.t('knowledge-tell-whom-empty'))
  await s.fill(s.t('knowledge-tell-whom'), told)
  await s.press(s.t('knowledge-tell-button'))
  await s.says('At noon.')
  // It was wrong.
  await becomes(s, 'owner')
  await s.go(`${path}/edit`)
  await s.fill(en(s, 'knowledge-answer'), 'At one o’clock.')
  await s.press(s.t('knowledge-save'))
  await s.refused(s.t('knowledge-note-empty'))
  assert.equal(await s.field(en(s, 'knowledge-answer')).inputValue(), 'At one o’clock.')
  await s.fill(s.t('knowledge-note'), 'The timetable changed.')
  await s.press(s.t('knowledge-save'))
  await becomes(s, 'leader')
  await s.go(`${path}/approve`)
  await s.says('The timetable changed.')
  await s.press(s.t('knowledge-approve-button'))
  await s.refused(s.t('knowledge-correction-empty'))
  await s.choose(s.t('knowledge-correction-yes'))
  await s.press(s.t('knowledge-approve-button'))
  await s.go(`${path}/told`)
  await s.press(s.t('knowledge-told-send'))
  const mail = await s.message(told, (one) => one.text.includes('At one o’clock.'))
  assert.match(mail.subject, /not right/)
  await s.go(`${path}/versions/1`)
  await s.says('At noon.')
})

trial('somebody finds the answer without an account and says that it is wrong; its owner replies', [PHONE, DESK], async (s) => {
  const question = `Is there a bench at stop ${s.width}?`
  const staff = await visitor(DESK)
  await atTheDesk(staff, 'owner')
  const path = await written(staff, question, 'Yes, one.')
  await becomes(staff, 'leader')
  await staff.go(`${path}/approve`)
  await staff.press(staff.t('knowledge-approve-button'))
  await s.go(`/help?q=${encodeURIComponent('is there a bench')}`)
  await s.follow(question)
  await s.says('Yes, one.')
  const wrong = s.page.getByRole('main').locator('details summary')
  if ((await wrong.count()) > 0) await s.click(wrong.first())
  await s.press(s.t('knowledge-help-wrong-button'))
  await s.refused(s.t('knowledge-help-wrong-empty'))
  await s.fill(s.t('knowledge-help-wrong-label'), 'There is none since spring.')
  await s.press(s.t('knowledge-help-wrong-button'))
  await s.says(s.t('knowledge-help-thanks'))
  await becomes(staff, 'owner')
  await staff.go(path)
  await staff.says(staff.t('knowledge-flags'), 'There is none since spring.')
  await staff.follow(staff.t('knowledge-flag-answer'))
  await staff.fill(staff.t('knowledge-flag-reply'), 'It comes back in May.')
  await staff.press(staff.t('knowledge-flag-close'))
  await staff.go(path)
  await staff.says('It comes back in May.')
  await staff.close()
})
