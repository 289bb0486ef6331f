// A browser that has been used: drafts begun and a case opened without an account, a resident and a member of staff
// signed in. The pages worth looking at are then named by their addresses.
import { withAppointments } from './appointments.mjs'
import { Answers, dayFromToday, reach, send } from './answers.mjs'
import { atTheDesk, becomes } from './desk.mjs'
import { Session, addressOf } from './session.mjs'
import { totp } from './totp.mjs'

export const PASSWORD = 'eastmere marsh walk'
/** The password of those who choose one in the tests. */
const CHOSEN = 'drover lantern sandmartin weir'

/** Follows the link of a new member of staff, who chooses a password and shows codes; gives the secret of the codes. */
export async function chooseOwn(session, link) {
  const { pathname, search } = new URL(link)
  await session.go(pathname + search)
  await session.see(session.t('workforce-set-up'))
  const secret = await session.page.locator('code').innerText()
  await session.fill(session.t('workforce-password-new'), CHOSEN)
  await session.fill(session.t('workforce-code-label'), totp(secret))
  await session.press(session.t('workforce-set-up-finish'))
  return secret
}

/** Signs in at the desk up to the code. */
export async function halfIn(session, email) {
  await session.go('/desk/sign-in')
  await session.fill(session.t('workforce-email'), email)
  await session.fill(session.t('workforce-password'), CHOSEN)
  await session.press(session.t('workforce-continue'))
}

/** Signs in with a password, the demo's shared one where none is given. */
export async function asResident(session, email = 'marigold@resident.example', password = PASSWORD) {
  await session.go('/sign-in/password')
  await session.fill(session.t('residents-address'), email)
  await session.fill(session.t('residents-password'), password)
  await session.press(session.t('residents-sign-in'))
}

/** Makes an account with a code, as somebody new does. */
export async function newAccount(session, name, email) {
  await session.go('/sign-up')
  await session.fill(session.t('residents-address'), email)
  await session.press(session.t('residents-send-code'))
  await session.fill(session.t('residents-code-label'), await session.code(email))
  await session.press(session.t('residents-continue'))
  await session.fill(session.t('residents-name'), name)
  await session.press(session.t('residents-make-account'))
}

/** Whoever has this link and this email chooses a password, and signs in at the desk with it and with a code. */
export async function newAtTheDesk(session, link, email) {
  const secret = await chooseOwn(session, link)
  await session.go('/desk')
  const out = session.page.getByRole('button', { name: session.t('page-sign-out') })
  if ((await out.count()) > 0) await session.press(session.t('page-sign-out'))
  await halfIn(session, email)
  await session.see(session.t('workforce-code'))
  await session.fill(session.t('workforce-code-label'), totp(secret, 1))
  await session.press(session.t('workforce-sign-in'))
}

/** A report of graffiti, or of a kind without questions of its own, at this position, up to check-your-answers. */
export async function report(session, position, email, kind = 'graffiti') {
  const a = new Answers(session, 'street-problem')
  await a.start()
  await a.pick('kind', kind)
  await session.goOn()
  await a.say('hurt_now', false)
  await session.goOn()
  await a.position('place', position)
  await session.goOn()
  if (kind === 'graffiti') {
    await a.say('offensive', false)
    await a.pick('graffiti_on', 'council')
    await session.goOn()
  }
  await session.goOn()
  await reach(session, 'email', email, 'Tansy Sampleton')
}

const draftOf = (session) => addressOf(session).split('/').slice(0, 3).join('/')

async function drawnUp(browser, council, steps) {
  const s = await Session.open(browser, council)
  const prepared = await steps(s)
  const state = await s.context.storageState()
  await s.close()
  return { state, ...prepared }
}

async function sent(s, position) {
  await report(s, position, 'pages@resident.example')
  return (await send(s)).replaceAll(' ', '')
}

/** Begins a street problem up to whether somebody could be hurt. */
async function begun(s, hurt) {
  const a = new Answers(s, 'street-problem')
  await a.start()
  await a.pick('kind', 'pothole')
  await s.goOn()
  await a.say('hurt_now', hurt)
  await s.goOn()
  return draftOf(s)
}

async function withCode(s, path, label, address) {
  await s.go(path)
  await s.fill(s.t(label), address)
  await s.press(s.t('residents-send-code'))
  return addressOf(s)
}

/** Signing up as far as one's details. */
async function upToDetails(s) {
  await withCode(s, '/sign-up', 'residents-address', 'details@resident.example')
  await s.fill(s.t('residents-code-label'), await s.code('details@resident.example'))
  await s.press(s.t('residents-continue'))
  return addressOf(s)
}

/** Asks for codes until the last one brings a link. */
async function withLink(s, address) {
  for (let asked = 0; asked < 6; asked += 1) await withCode(s, '/sign-in', 'residents-address', address)
  return s.link(address, '/sign-in/link?')
}

/** Draws up the browser of somebody who was sent codes for signing in and up. */
export function preparedNewcomer(browser, council) {
  return drawnUp(browser, council, async (s) => ({
    signInLink: await withLink(s, 'linked@resident.example'),
    signInCode: await withCode(s, '/sign-in', 'residents-address', 'marigold@resident.example'),
    signUpCode: await withCode(s, '/sign-up', 'residents-address', 'soon@resident.example'),
  }))
}

/** Draws up a visitor's browser, and the pages to look at in it. */
export function preparedVisitor(browser, council) {
  return drawnUp(browser, council, async (s) => {
    const reference = await sent(s, '52.2044, 0.1290')
    const withdrawn = await sent(s, '52.1844, 0.1450')
    await s.go(`/cases/${withdrawn}/withdraw`)
    await s.press(s.t('cases-withdraw-button'))
    await report(s, '52.2044, 0.1290', 'pages@resident.example')
    const street = draftOf(s)
    await report(s, '52.1933, 0.1377', 'pages@resident.example')
    const ready = draftOf(s)
    const danger = await begun(s, true)
    const hole = await begun(s, false)
    const repair = new Answers(s, 'housing-repair')
    await repair.start()
    await repair.pick('tenure', 'private')
    await s.goOn()
    const notOurs = draftOf(s)
    const tax = new Answers(s, 'council-tax-moving-home')
    await tax.start()
    const tasks = draftOf(s)
    await s.go(`${tasks}/move`)
    await tax.pick('move', 'within')
    await s.goOn()
    await tax.pick('as', 'tenant')
    await s.goOn()
    await s.go(`${tasks}/save`)
    await s.fill(s.t('forms-save-to'), 'saved@resident.example')
    await s.press(s.t('forms-save-send'))
    await s.go('/track')
    await s.fill(s.t('cases-track-reference'), reference)
    await s.fill(s.t('cases-track-contact'), 'pages@resident.example')
    await s.press(s.t('cases-track-send'))
    const trackCode = addressOf(s)
    // What the page shows is the draft's; which code is meant is looked at when one is typed.
    const formCode = `${ready}/code?challenge=${new URL(s.page.url()).searchParams.get('challenge')}`
    return { reference, withdrawn, street, ready, formCode, danger, hole, notOurs, tasks, trackCode, ...(await withAppointments(s)), signUpDetails: await upToDetails(s) }
  })
}

/** Draws up a resident's browser; `saved` is somebody else's draft, whose link is followed here. */
export function preparedResident(browser, council, saved) {
  return drawnUp(browser, council, async (s) => {
    await asResident(s)
    await s.go('/account')
    const request = await s.page.getByRole('main').locator('a[href^="/cases/"]').first().getAttribute('href')
    const verify = await withNewEmail(s)
    const resume = `/forms/resume?draft=${saved.split('/')[2]}`
    await s.go(resume)
    await s.press(s.t('forms-resume-send'))
    return { request, verify, resume, resumeCode: addressOf(s) }
  })
}

async function withNewEmail(s) {
  await s.go('/account/details/email')
  await s.fill(s.t('residents-email'), 'marigold-new@resident.example')
  await s.press(s.t('residents-continue'))
  return addressOf(s)
}

/** Draws up a browser where one of the staff is signed in, `first` somebody else. */
export function preparedStaff(browser, council, role, first = async () => {}) {
  return drawnUp(browser, council, async (s) => {
    await first(s)
    await atTheDesk(s, role)
    // An administrator manages people, and sees no cases.
    s.expect(403)
    await s.go('/desk/cases?tab=all')
    const links = await s.page.getByRole('main').locator('table a[href^="/desk/cases/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    await s.go('/admin/staff')
    const people = s.page.getByRole('main').locator('table a')
    const colleague = (await people.count()) > 0 ? await people.first().getAttribute('href') : undefined
    return { cases: links, colleague, hook: role === 'administrator' ? await withHook(s) : undefined }
  })
}

/** Draws up a browser at the desk's door: one new member of staff has a link, another is half in. */
export async function preparedDoor(browser, council) {
  const added = []
  await drawnUp(browser, council, async (s) => {
    await atTheDesk(s, 'administrator')
    for (const name of ['linked', 'half-in']) {
      await s.go('/admin/staff/add')
      await s.fill(s.t('workforce-name'), `Yarrow Patternham ${name}`)
      await s.fill(s.t('workforce-email'), `${name}@eastmere.example`)
      await s.choose(s.t('workforce-role-officer'))
      await s.press(s.t('workforce-staff-add'))
      added.push((await s.page.locator('.govuk-inset-text', { hasText: '/desk/set-up?token=' }).innerText()).trim())
    }
  })
  return drawnUp(browser, council, async (s) => {
    const { pathname, search } = new URL(added[0])
    await chooseOwn(s, added[1])
    await halfIn(s, 'half-in@eastmere.example')
    return { setUp: pathname + search, half: addressOf(s) }
  })
}

/** An account begun together with somebody, up to their code. */
async function withAddCode(s) {
  await s.go('/desk/residents/add')
  await s.fill(s.t('residents-add-address'), 'together@resident.example')
  await s.press(s.t('residents-add-send'))
  return addressOf(s)
}

/** Two contacts: one about a hole, finished; one with the person of this record, open. */
async function withContacts(s, record) {
  await s.go('/desk/cases')
  await s.press(s.t('page-desk-contact'))
  const finished = addressOf(s)
  await s.fill(s.t('contact-words'), 'A hole in the road')
  await s.press(s.t('contact-finish'))
  await s.go(record)
  await s.press(s.t('contact-with'))
  return { contact: addressOf(s), finished }
}

/** A form begun for the person of this record, who wrote that they want it. */
async function withFormForThem(s, record) {
  await s.go(`${record}/for?service=council-tax-moving-home`)
  await s.choose(s.t('forms-for-how-writing'))
  await s.press(s.t('forms-for-start'))
  return addressOf(s)
}

/** A person's record, opened by one of the staff to work on it: with somebody who may speak for them, and a marker. */
export function preparedRecord(browser, council, role) {
  return drawnUp(browser, council, async (s) => {
    await atTheDesk(s, role)
    await s.go('/desk/find?q=marigold')
    await s.enter(s.page.getByRole('main').locator('table a[href^="/desk/residents/"]').first())
    await s.choose(s.t('residents-open-work'))
    await s.fill(s.t('residents-open-reason'), 'A letter of theirs')
    await s.press(s.t('residents-open-button'))
    const record = addressOf(s)
    await s.go(`${record}/authority`)
    await s.choose(s.t('residents-authority-writing'))
    await s.fill(s.t('residents-authority-holder'), 'Yarrow Patternham')
    await s.choose(s.t('residents-authority-reach-everything'))
    await s.fill(s.t('residents-authority-note'), 'Council tax above all')
    await s.fill(s.t('residents-authority-seen'), 'Signed letter of May')
    await s.fillDate(...dayFromToday(300))
    await s.press(s.t('residents-desk-save'))
    await s.go(`${record}/marker`)
    await s.choose(s.t('residents-marker-guarded'))
    await s.fill(s.t('residents-marker-reason'), 'Moved away from somebody')
    await s.press(s.t('residents-desk-save'))
    await s.go('/desk/linking')
    const pair = await s.page.getByRole('main').locator('table a[href^="/desk/linking/"]').first().getAttribute('href')
    return { record, pair, forThem: await withFormForThem(s, record), ...(await withContacts(s, record)), addCode: await withAddCode(s), ...(await withMail(s)), appointmentDay: (await withAppointments(s)).appointmentDay, ...(await withKiosk(s)) }
  })
}

/** An email that belongs nowhere yet, and what it is said to be. */
async function withMail(s) {
  await s.go('/desk/mail')
  const mail = await s.page.getByRole('main').locator('a[href^="/desk/mail/0"]').first().getAttribute('href')
  const newMark = `/desk/marked/new?message=${mail.split('/').pop()}`
  await s.go(newMark)
  await s.choose(s.t('mail-desk-mark-safeguarding'))
  await s.fill(s.t('mail-desk-mark-reason'), 'Somebody may be at risk')
  await s.press(s.t('mail-desk-mark-button'))
  return { mail, newMark, mark: addressOf(s) }
}

/** This browser is the kiosk of the town hall too, and somebody took a ticket there. */
async function withKiosk(s) {
  await s.go('/desk/sites/town-hall/devices')
  await s.fill(s.t('queue-desk-device-name'), 'By the door')
  await s.press(s.t('queue-desk-device-add'))
  const { pathname } = new URL(await s.page.getByRole('main').locator('a[href*="/pair/"]').getAttribute('href'))
  await s.go(pathname)
  await s.go('/kiosk/town-hall/en')
  await s.press('Parking permits')
  const kioskTicket = addressOf(s)
  const ticket = `/ticket/${kioskTicket.split('/').pop()}`
  await s.go(`/floor/town-hall${ticket}`)
  const floorVisit = await s.page.getByRole('main').locator('a[href*="/visit/"]').getAttribute('href')
  return { setUpKiosk: pathname, kioskTicket, ticket, floorVisit }
}

/** A search that finds nothing, and where an owner of services may say what was meant. */
export function preparedMiss(browser, council) {
  return drawnUp(browser, council, async (s) => {
    await s.go('/search?q=zzxqqv')
    await atTheDesk(s, 'owner')
    await s.go('/manage/searches')
    const miss = await s.page.getByRole('main').locator('a[href^="/manage/searches/"]').first().getAttribute('href')
    return { miss, ...(await withAnswer(s)) }
  })
}

/** An answer with a draft of its owner's, and somebody who says that it is wrong. */
async function withAnswer(s) {
  const answer = '/desk/knowledge/how-do-i-complain'
  await s.go(`${answer}/edit`)
  await s.fill(s.t('knowledge-answer', { language: 'English' }), 'Ring us, write to us, or come and see us.')
  await s.fill(s.t('knowledge-note'), 'Shorter')
  await s.press(s.t('knowledge-save'))
  await s.go(`${answer}/wrong`)
  await s.fill(s.t('knowledge-wrong-label'), 'The ombudsman has another name now')
  await s.press(s.t('knowledge-wrong-button'))
  const flag = await s.page.getByRole('main').locator('a[href^="/desk/knowledge/flags/"]').first().getAttribute('href')
  await s.go('/desk/briefings/new')
  await s.fill(s.t('knowledge-briefing-title'), 'Bins are a day later after the holiday')
  await s.fill(s.t('knowledge-briefing-text'), 'Every round is a day later until Saturday.')
  await s.choose(s.t('knowledge-briefing-everybody'))
  await s.field(s.t('page-date-day')).fill('1')
  await s.field(s.t('page-date-month')).fill(String(new Date().getMonth() + 1))
  await s.field(s.t('page-date-year')).fill(String(new Date().getFullYear() + 1))
  await s.press(s.t('knowledge-briefing-give'))
  const briefing = addressOf(s)
  await s.press(s.t('page-desk-stuck'))
  const outage = addressOf(s)
  await s.page.getByRole('main').getByRole('button', { name: s.t('page-desk-stuck-end') }).click()
  await s.says(s.t('workforce-outages-over'))
  return { answer, flag, briefing, outage }
}

/** Makes a webhook; gives the address of its page. */
export async function withHook(s, url = 'https://contractor.example/guildhall') {
  await s.go('/admin/hooks')
  await s.fill(s.t('api-desk-hooks-name'), 'Waste contractor')
  await s.fill(s.t('api-desk-hooks-url'), url)
  await s.page.getByLabel(s.t('api-kind-case-opened')).check()
  await s.press(s.t('api-desk-hooks-make'))
  return addressOf(s)
}

/** Lets a webhook take cases, and hands the first pothole to its system; the case is drawn then. */
export async function withHandedOver(s) {
  await atTheDesk(s, 'administrator')
  await withHook(s)
  await s.fill(s.t('api-desk-takes-code'), 'street-works')
  await s.fill(s.t('api-desk-takes-name'), 'Kerbside Works')
  await s.press(s.t('api-desk-takes-button'))
  await becomes(s, 'owner')
  await s.go('/desk/cases?tab=all&service=street-problem&kind=pothole&status=open')
  await s.enter(s.page.getByRole('main').locator('table a').first())
  await s.enter(s.page.getByRole('main').getByRole('button', { name: s.t('cases-hand-over-title') }))
  await s.choose('Kerbside Works')
  await s.press(s.t('cases-hand-over-button'))
}
