// Finding the right service, in one's own words.
import assert from 'node:assert/strict'
import { LANGUAGES, TWICE, trial } from '../lib/trial.mjs'

trial('a mistyped everyday phrase finds the service', TWICE, async (s) => {
  await s.go('/')
  await s.see(s.t('server-start-title'))
  await s.fill(s.t('server-start-search'), 'bin not colected')
  await s.press(s.t('server-start-button'))
  await s.see(s.t('services-search-title'))
  const first = s.page.getByRole('main').locator('ul').first().getByRole('link').first()
  assert.equal(await first.innerText(), s.s('missed-bin', 'title'))
  await s.left(first.click())
  await s.see(s.s('missed-bin', 'title'))
})
