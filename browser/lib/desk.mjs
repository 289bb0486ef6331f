// At the desk as one of the demo's people: signing in, finding somebody, and opening their record.
import { addressOf } from './session.mjs'

export const PEOPLE = {
  officer: 'Officer Demowick', member: 'Cleaner Demodale', leader: 'Leader Demoham', owner: 'Owner Demoford', administrator: 'Administrator Demogate',
}

/** Signs in at the desk as one of the demo's people. */
export async function atTheDesk(session, role) {
  await session.go('/desk/sign-in')
  await session.press(PEOPLE[role])
}

/** Signed out, and at the desk as somebody else. */
export async function becomes(session, role) {
  await session.context.clearCookies()
  await atTheDesk(session, role)
}

/** From the desk: the address of the record of whoever has this email. */
export async function findRecord(session, email) {
  await session.go(`/desk/find?q=${encodeURIComponent(email)}`)
  const found = session.page.getByRole('main').locator('a[href^="/desk/residents/"]:not([href$="/add"])').first()
  return (await found.getAttribute('href')).replace(/\/open$/, '')
}

/** Finds whoever has this email and opens their record to work on it; gives its address. */
export async function openRecord(session, email, why) {
  await session.go(`${await findRecord(session, email)}/open`)
  await session.choose(session.t('residents-open-work'))
  await session.fill(session.t('residents-open-reason'), why)
  await session.press(session.t('residents-open-button'))
  return addressOf(session)
}

/** Opens the record to somebody who is asking and showed their papers: themselves by their name, or who speaks for them. */
export async function letIn(session, record, who) {
  await session.go(`${record}/open`)
  await session.choose(session.t('residents-open-caller'))
  await session.choose(who)
  await session.choose(session.t('residents-given-name'), session.t('residents-given-papers'))
  await session.press(session.t('residents-open-button'))
}
