// A browser that has been used: drafts begun and a case opened without an account, a resident and a member of staff
// signed in. The pages worth looking at are then named by their addresses.
import { Answers, reach, send } from './answers.mjs'
import { Session } from './session.mjs'

export const PASSWORD = 'eastmere marsh walk'
export const STAFF = {
  officer: 'Officer Demowick', member: 'Cleaner Demodale', leader: 'Leader Demoham', owner: 'Owner Demoford', administrator: 'Administrator Demogate',
}

/** Signs in at the desk as one of the demo's people. */
export async function atTheDesk(session, role) {
  await session.go('/desk/sign-in')
  await session.press(STAFF[role])
}

/** Signs in with a password, the demo's shared one where none is given. */
export async function asResident(session, email = 'marigold@resident.example', password = PASSWORD) {
  await session.go('/sign-in/password')
  await session.fill(session.t('residents-address'), email)
  await session.fill(session.t('residents-password'), password)
  await session.press(session.t('residents-sign-in'))
}

/** A report of graffiti at this position, up to check-your-answers. */
export async function report(session, position, email) {
  const a = new Answers(session, 'street-problem')
  await a.start()
  await a.pick('kind', 'graffiti')
  await session.goOn()
  await a.say('hurt_now', false)
  await session.goOn()
  await a.position('place', position)
  await session.goOn()
  await a.say('offensive', false)
  await a.pick('graffiti_on', 'council')
  await session.goOn()
  await session.goOn()
  await reach(session, 'email', email, 'Tansy Sampleton')
}

const draftOf = (session) => new URL(session.page.url()).pathname.split('/').slice(0, 3).join('/')

/** Draws up a visitor's browser, and the pages to look at in it. */
export async function preparedVisitor(browser, council) {
  const s = await Session.open(browser, council)
  await report(s, '52.2044, 0.1290', 'pages@resident.example')
  const reference = (await send(s)).replaceAll(' ', '')
  await report(s, '52.2044, 0.1290', 'pages@resident.example')
  const street = draftOf(s)
  const a = new Answers(s, 'council-tax-moving-home')
  await a.start()
  const tasks = draftOf(s)
  const state = await s.context.storageState()
  await s.close()
  return { state, reference, street, tasks }
}

/** Draws up a browser where a resident and a member of staff are signed in. */
export async function preparedInside(browser, council, role) {
  const s = await Session.open(browser, council)
  await asResident(s)
  await s.go('/account')
  const request = await s.page.getByRole('main').locator('a[href^="/cases/"]').first().getAttribute('href')
  await atTheDesk(s, role)
  // An administrator manages people, and sees no cases.
  s.expect(403)
  await s.go('/desk/cases?tab=all')
  const links = await s.page.getByRole('main').locator('a[href^="/desk/cases/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  const state = await s.context.storageState()
  await s.close()
  return { state, request, cases: links }
}
