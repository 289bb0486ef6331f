// Finding the right service, in one's own words.
import assert from 'node:assert/strict'
import { LANGUAGES, trial } from '../lib/trial.mjs'

/** "bin not collected", with a mistake in it. */
const MISTYPED = { en: 'bin not colected', cy: 'bin heb ei gasgl', ar: 'لم تجمع القمامه' }

trial('a mistyped everyday phrase finds the service', LANGUAGES, async (s) => {
  await s.go('/')
  await s.see(s.t('server-start-title'))
  await s.fill(s.t('server-start-search'), MISTYPED[s.lang])
  await s.press(s.t('server-start-button'))
  await s.see(s.t('services-search-title'))
  const first = s.page.getByRole('main').locator('ul').first().getByRole('link').first()
  assert.equal(await first.innerText(), s.s('missed-bin', 'title'))
  await s.enter(first)
  await s.see(s.s('missed-bin', 'title'))
})
