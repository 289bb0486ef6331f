// Appointments as somebody books them, by the words of the page.
import { addressOf } from './session.mjs'

/** Follows the first time on the page. */
export async function firstTime(s) {
  await s.enter(s.page.getByRole('main').locator('.app-times a').first())
}

/** Books help with a form by phone, at the first time there is; gives where it asked who it is for, its own page, and its day at the desk. */
export async function bookCall(s, name = 'Tansy Sampleton') {
  await s.go('/appointments/do-it-for-me?site=town-hall&way=phone')
  await firstTime(s)
  const details = addressOf(s)
  const at = Number(new URL(s.page.url()).searchParams.get('at')) / 1000
  await s.fill(s.t('appointments-name'), name)
  await s.fill(s.t('appointments-phone-to-ring'), '07700 900123')
  await s.press(s.t('appointments-book'))
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at)
  return { details, own: addressOf(s), day: `/desk/appointments?site=town-hall&day=${day}` }
}

/** Two appointments, one of them called off, and the pages around them. */
export async function withAppointments(s) {
  const off = await bookCall(s)
  await s.page.locator('main summary').click()
  await s.press(s.t('appointments-cancel-now'))
  const one = await bookCall(s)
  await s.go(`${one.own}/move`)
  await firstTime(s)
  const appointmentMove = addressOf(s)
  await s.go('/appointments/register-a-birth')
  await firstTime(s)
  return { appointmentDetails: addressOf(s), appointment: one.own, appointmentOff: off.own, appointmentMove, appointmentDay: one.day }
}
