// Somebody speaks for another: what it is for is chosen from a list, what is outside of it is closed until an officer says why they
// look, and nothing outside of it is done for them.
import { send, somewhere } from '../lib/answers.mjs'
import { sound } from '../lib/checks.mjs'
import { atTheDesk, findRecord, letIn } from '../lib/desk.mjs'
import { newAccount, report } from '../lib/prepared.mjs'
import { DESK, STAFF, trial, visitor } from '../lib/trial.mjs'

const NAME = 'Bryony Sketchmere'

trial('what somebody may speak about is chosen, and the rest is closed', STAFF, async (s) => {
  const theirs = await visitor({ ...DESK })
  const email = theirs.email(`scope-${s.mark}`)
  await newAccount(theirs, NAME, email)
  await report(theirs, somewhere(), email)
  await send(theirs)
  await theirs.close()
  await atTheDesk(s, 'officer')
  const path = await findRecord(s, email)
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
  await s.refused(s.t('forms-for-service-empty'))
  await sound(s)
  await s.select(s.t('forms-for-service'), s.s('missed-bin', 'title'))
  await s.press(s.t('forms-for-start'))
  await s.says(NAME)
})
