// Somebody speaks for another: what it is for is chosen from a list, what is outside of it is closed until an officer says why they
// look, and nothing outside of it is done for them.
import { send } from '../lib/answers.mjs'
import { axe, layout } from '../lib/checks.mjs'
import assert from 'node:assert/strict'
import { atTheDesk, newAccount, report } from '../lib/prepared.mjs'
import { somewhere } from '../lib/answers.mjs'
import { DESK, STAFF, trial, visitor } from '../lib/trial.mjs'

const NAME = 'Bryony Sketchmere'

/** Opens the record to somebody who showed their papers. */
async function letIn(s, record, who) {
  await s.go(`${record}/open`)
  await s.choose(s.t('residents-open-caller'))
  await s.choose(who)
  await s.choose(s.t('residents-given-name'), s.t('residents-given-papers'))
  await s.press(s.t('residents-open-button'))
}

/** Nothing a program finds to say against the page. */
async function sound(s) {
  if (s.script) assert.deepEqual(await axe(s.page), [])
  assert.deepEqual(await layout(s.page), [])
}

trial('what somebody may speak about is chosen, and the rest is closed', STAFF, async (s) => {
  const theirs = await visitor({ ...DESK })
  const email = theirs.email(`scope-${s.mark}`)
  await newAccount(theirs, NAME, email)
  await report(theirs, somewhere(), email)
  await send(theirs)
  await theirs.close()
  await atTheDesk(s, 'officer')
  await s.go(`/desk/find?q=${encodeURIComponent(email)}`)
  const record = await s.page.getByRole('main').locator('a[href^="/desk/residents/"]:not([href$="/add"])').first().getAttribute('href')
  const path = record.replace(/\/open$/, '')
  await letIn(s, path, NAME)
  await s.follow(s.t('server-record-authority-add'))
  await s.choose(s.t('residents-authority-call'))
  await s.fill(s.t('residents-authority-holder'), 'Ben Sample')
  await s.press(s.t('residents-desk-save'))
  await s.refused(s.t('residents-authority-reach-empty'))
  await s.choose(s.t('residents-authority-reach-chosen'))
  await s.choose(s.s('missed-bin', 'title'))
  await sound(s)
  await s.press(s.t('residents-desk-save'))
  await s.says('Ben Sample', s.s('missed-bin', 'title'))
  await letIn(s, path, `Ben Sample, ${s.t('residents-authority-call')}`)
  await s.says(s.t('server-record-only', { about: s.s('missed-bin', 'title') }), s.t('server-record-outside'))
  await sound(s)
  // Closed, until it is said why.
  await s.enter(s.page.getByRole('main').locator('a[href^="/desk/cases/"]').first())
  await s.says(s.t('cases-desk-outside-chosen', { holder: 'Ben Sample' }))
  await sound(s)
  await s.press(s.t('cases-desk-outside-button'))
  await s.refused(s.t('cases-desk-outside-reason-empty'))
  await s.fill(s.t('cases-desk-outside-reason'), 'Is it the wall of the school?')
  await s.press(s.t('cases-desk-outside-button'))
  await s.says(s.t('cases-desk-outside-looked'), s.t('cases-desk-event-looked-outside'))
  // Nor is it done for them.
  await s.go(`${path}/for?service=street-problem`)
  await s.says(s.t('forms-for-outside-chosen', { holder: 'Ben Sample' }))
  await sound(s)
  await s.choose(s.t('forms-for-how-call'))
  await s.press(s.t('forms-for-start'))
  await s.refused(s.t('forms-for-outside-chosen', { holder: 'Ben Sample' }))
  await s.select(s.t('forms-for-service'), s.s('missed-bin', 'title'))
  await s.press(s.t('forms-for-start'))
  await s.says(NAME)
})
