// An appointment is booked, moved and called off on a phone and at a desk, with and without a script; of two who want one time, one gets it.
import assert from 'node:assert/strict'
import { firstTime } from '../lib/appointments.mjs'
import { sound } from '../lib/checks.mjs'
import { DESK, PHONE, trial, visitor } from '../lib/trial.mjs'

async function aboutToBook(s, name) {
  await s.go('/appointments')
  await sound(s)
  await s.enter(s.page.getByRole('main').locator('a[href="/appointments/do-it-for-me"]'))
  // One person at the Town Hall speaks it.
  await s.page.getByLabel(s.t('appointments-language-ask')).selectOption('so')
  await s.choose('Town Hall')
  await s.press(s.t('appointments-show'))
  await sound(s)
  await firstTime(s)
  await s.fill(s.t('appointments-name'), name)
  await sound(s)
}

trial('an appointment is booked, moved and called off; whoever was slower loses nothing typed', [PHONE, { ...PHONE, script: true }, DESK], async (s) => {
  const other = await visitor({ width: s.width, script: s.script, lang: s.lang })
  await aboutToBook(other, `Yarrow ${s.mark}`)
  await aboutToBook(s, `Tansy ${s.mark}`)
  await s.press(s.t('appointments-book'))
  await s.says(s.t('appointments-booked'))
  await sound(s)
  await other.press(other.t('appointments-book'))
  assert.equal(await other.field(other.t('appointments-name')).inputValue(), `Yarrow ${s.mark}`)
  await other.page.locator('input[name=at]').first().check()
  await sound(other)
  await other.press(other.t('appointments-book'))
  await other.says(other.t('appointments-booked'))
  await other.close()
  await s.enter(s.page.getByRole('link', { name: s.t('appointments-move') }))
  await sound(s)
  await firstTime(s)
  await s.press(s.t('appointments-move-now'))
  await s.says(s.t('appointments-moved'))
  await s.page.locator('main summary').click()
  await s.press(s.t('appointments-cancel-now'))
  await s.says(s.t('appointments-cancelled'))
  await sound(s)
})
