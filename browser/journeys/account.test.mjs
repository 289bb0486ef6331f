// A resident's own account, and the language chosen once.
import assert from 'node:assert/strict'
import { send, somewhere } from '../lib/answers.mjs'
import { asResident, report } from '../lib/prepared.mjs'
import { DESK, elsewhere, KEYS, PHONE, RESIDENT, trial } from '../lib/trial.mjs'

trial('an account by a code, a password, and everything seen on another device', RESIDENT, async (s) => {
  const email = s.email('account')
  const password = 'kingcup tollhouse osier'
  await s.go('/sign-up')
  await s.press(s.t('residents-send-code'))
  await s.refused(s.t('residents-address-empty'))
  await s.fill(s.t('residents-address'), email)
  await s.press(s.t('residents-send-code'))
  await s.see(s.t('residents-code'))
  const code = await s.code(email)
  await s.fill(s.t('residents-code-label'), code === '123456' ? '654321' : '123456')
  await s.press(s.t('residents-continue'))
  await s.refused()
  await s.fill(s.t('residents-code-label'), code)
  await s.press(s.t('residents-continue'))
  await s.see(s.t('residents-details-new'))
  await s.fill(s.t('residents-name'), 'Quince Sketchmere')
  await s.fill(s.t('residents-password-optional'), 'password')
  await s.press(s.t('residents-make-account'))
  await s.refused()
  assert.equal(await s.field(s.t('residents-name')).inputValue(), 'Quince Sketchmere')
  await s.fill(s.t('residents-password-optional'), password)
  await s.press(s.t('residents-make-account'))
  await s.go('/account')
  await s.see(s.t('server-account-hello', { name: 'Quince Sketchmere' }))
  // A request made now belongs to the account.
  await report(s, somewhere(), email)
  const reference = await send(s)
  // Elsewhere: the password, the request, a message, taken back, opened again.
  const other = await elsewhere(s)
  await asResident(other, email, 'not the password at all')
  await other.refused(other.t('residents-password-wrong'))
  await asResident(other, email, password)
  await other.go('/account')
  await other.says(reference)
  await other.enter(other.page.getByRole('main').locator('a[href^="/cases/"]').first())
  await other.press(other.t('cases-message-send'))
  await other.refused(other.t('cases-message-empty'))
  await other.fill(other.t('cases-message-label'), 'It is on the north side.')
  await other.press(other.t('cases-message-send'))
  await other.says('It is on the north side.', other.t('cases-done-message'))
  await other.follow(other.t('cases-withdraw-link'))
  await other.see(other.t('cases-withdraw-title'))
  await other.press(other.t('cases-withdraw-button'))
  await other.says(other.t('cases-status-withdrawn'), other.t('cases-done-withdrawn'))
  await other.follow(other.t('cases-reopen-button'))
  await other.see(other.t('cases-reopen-title'))
  await other.press(other.t('cases-reopen-send'))
  await other.refused(other.t('cases-reopen-empty'))
  await other.fill(other.t('cases-reopen-reason'), 'It was painted again.')
  await other.press(other.t('cases-reopen-send'))
  await other.says(other.t('cases-status-open'), other.t('cases-done-reopened'))
  await other.close()
  // Signed out here, the account is closed here.
  await s.go('/account')
  await s.press(s.t('page-sign-out'))
  await s.go('/account')
  assert.match(s.page.url(), /\/sign-in/)
})

trial('a language chosen once is kept', [PHONE, DESK, KEYS], async (s) => {
  await s.go('/services')
  await s.enter(s.page.getByRole('navigation').getByRole('link', { name: 'العربية' }))
  s.lang = 'ar'
  assert.match(s.page.url(), /\/services$/)
  assert.equal(await s.page.evaluate(() => document.documentElement.dir).catch(() => 'rtl'), 'rtl')
  await s.go('/')
  await s.see(s.t('server-start-title'))
  await s.go('/services/missed-bin')
  await s.see(s.s('missed-bin', 'title'))
  await s.enter(s.page.getByRole('navigation').getByRole('link', { name: 'Cymraeg' }))
  s.lang = 'cy'
  await s.see(s.s('missed-bin', 'title'))
  await s.go('/track')
  await s.see(s.t('cases-track-title'))
})

trial("a browser's own language is used until another is chosen", [{ ...PHONE, lang: 'cy' }, { ...DESK, lang: 'ar' }], async (s) => {
  await s.go('/')
  await s.see(s.t('server-start-title'))
})
