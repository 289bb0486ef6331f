// A resident's own account, and the language chosen once.
import assert from 'node:assert/strict'
import { send } from '../lib/answers.mjs'
import { asResident, report } from '../lib/prepared.mjs'
import { DESK, PHONE, TWICE, trial, visitor } from '../lib/trial.mjs'

trial('an account by a code, a password, and everything seen on another device', TWICE, async (s) => {
  const email = `account-${s.width}@resident.example`
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
  await report(s, s.script ? '52.1844, 0.1411' : '52.1866, 0.1433', email)
  const reference = await send(s)
  // Elsewhere: the password, the request, a message, taken back, opened again.
  const elsewhere = await visitor(s.script ? PHONE : DESK)
  await asResident(elsewhere, email, 'not the password at all')
  await elsewhere.refused(elsewhere.t('residents-password-wrong'))
  await asResident(elsewhere, email, password)
  await elsewhere.go('/account')
  await elsewhere.says(reference)
  await elsewhere.left(elsewhere.page.getByRole('main').locator('a[href^="/cases/"]').first().click())
  await elsewhere.press(elsewhere.t('cases-message-send'))
  await elsewhere.refused(elsewhere.t('cases-message-empty'))
  await elsewhere.fill(elsewhere.t('cases-message-label'), 'It is on the north side.')
  await elsewhere.press(elsewhere.t('cases-message-send'))
  await elsewhere.says('It is on the north side.', elsewhere.t('cases-done-message'))
  await elsewhere.follow(elsewhere.t('cases-withdraw-link'))
  await elsewhere.see(elsewhere.t('cases-withdraw-title'))
  await elsewhere.press(elsewhere.t('cases-withdraw-button'))
  await elsewhere.says(elsewhere.t('cases-status-withdrawn'), elsewhere.t('cases-done-withdrawn'))
  await elsewhere.follow(elsewhere.t('cases-reopen-button'))
  await elsewhere.see(elsewhere.t('cases-reopen-title'))
  await elsewhere.press(elsewhere.t('cases-reopen-send'))
  await elsewhere.refused(elsewhere.t('cases-reopen-empty'))
  await elsewhere.fill(elsewhere.t('cases-reopen-reason'), 'It was painted again.')
  await elsewhere.press(elsewhere.t('cases-reopen-send'))
  await elsewhere.says(elsewhere.t('cases-status-open'), elsewhere.t('cases-done-reopened'))
  await elsewhere.close()
  // Signed out here, the account is closed here.
  await s.go('/account')
  await s.press(s.t('page-sign-out'))
  await s.go('/account')
  assert.match(s.page.url(), /\/sign-in/)
})

trial('a language chosen once is kept', TWICE, async (s) => {
  await s.go('/services')
  await s.left(s.page.getByRole('navigation').getByRole('link', { name: 'العربية' }).click())
  s.lang = 'ar'
  assert.match(s.page.url(), /\/services$/)
  assert.equal(await s.page.evaluate(() => document.documentElement.dir).catch(() => 'rtl'), 'rtl')
  await s.go('/')
  await s.see(s.t('server-start-title'))
  await s.go('/services/missed-bin')
  await s.see(s.s('missed-bin', 'title'))
  await s.left(s.page.getByRole('navigation').getByRole('link', { name: 'Cymraeg' }).click())
  s.lang = 'cy'
  await s.see(s.s('missed-bin', 'title'))
  await s.go('/track')
  await s.see(s.t('cases-track-title'))
})

trial("a browser's own language is used until another is chosen", [{ ...PHONE, lang: 'cy' }, { ...DESK, lang: 'ar' }], async (s) => {
  await s.go('/')
  await s.see(s.t('server-start-title'))
})
