// Every page of the program, by the path the router has for it: crates/server/tests/it/tidy/pages.rs compares the two,
// so that a new page is not left out. Each place says who looks at it, and what they are to see there.
import { at, refused } from '../lib/look.mjs'

const SERVICES = ['street-problem', 'missed-bin', 'council-tax-moving-home', 'council-tax-support-change', 'housing-repair', 'general-enquiry', 'call-me-back', 'resident-permit', 'community-safety-report', 'pay']

async function cleared(session) {
  await session.fill(session.t('residents-name'), '')
  await session.press(session.t('residents-save'))
}

async function empty(session) {
  await session.press(session.t('workforce-continue'))
}

/** What residents see. `v` is a visitor's browser with drafts and reports, `r` the browser of somebody signed in,
 * `n` of somebody who was sent codes. */
export const residents = (v, r, n) => (lang) => ({
  '/': [at('visitor', '/')],
  '/language/{tag}': [at('visitor', `/language/${lang}?to=/about/cookies`, { ends: '/about/cookies' })],
  '/contact/visit': [at('visitor', '/contact/visit')],
  '/contact/callback': [at('visitor', '/contact/callback', { ends: '/services/call-me-back' })],
  '/contact/message': [at('visitor', '/contact/message', { ends: '/services/general-enquiry' })],
  '/about/accessibility': [at('visitor', '/about/accessibility')],
  '/about/privacy': [at('visitor', '/about/privacy')],
  '/about/cookies': [at('visitor', '/about/cookies')],
  '/demo': [at('visitor', '/demo')],
  '/demo/messages': [at('visitor', '/demo/messages')],
  '/open/promises': [at('visitor', '/open/promises')],
  '/services': [at('visitor', '/services')],
  '/services/{service}': SERVICES.map((service) => at('visitor', `/services/${service}`)),
  '/services/{service}/rules': [at('visitor', '/services/street-problem/rules'), at('visitor', '/services/council-tax-moving-home/rules')],
  '/search': ['bin+not+colected', 'smell+of+gas', 'zzxxqq'].map((words) => at('visitor', `/search?q=${words}`)),
  '/track': [at('visitor', '/track'), refused('visitor', '/track')],
  '/track/link': [at('visitor', '/track/link', { status: 404 })],
  '/track/code': [at('visitor', v.trackCode), refused('visitor', v.trackCode)],
  '/sign-in': [at('visitor', '/sign-in'), refused('visitor', '/sign-in')],
  '/sign-in/code': [at('newcomer', n.signInCode), refused('newcomer', n.signInCode)],
  '/sign-in/link': [at('newcomer', n.signInLink), at('visitor', '/sign-in/link', { status: 404 })],
  '/sign-in/password': [at('visitor', '/sign-in/password'), refused('visitor', '/sign-in/password')],
  '/sign-up': [at('visitor', '/sign-up'), refused('visitor', '/sign-up')],
  '/sign-up/code': [at('newcomer', n.signUpCode), refused('newcomer', n.signUpCode)],
  '/sign-up/details': [at('visitor', v.signUpDetails), refused('visitor', v.signUpDetails)],
  '/forms/resume': [at('visitor', '/forms/resume', { status: 404 }), at('resident', r.resume)],
  '/forms/resume/code': [at('resident', r.resumeCode), refused('resident', r.resumeCode)],
  '/forms/{draft}': [at('visitor', v.tasks)],
  '/forms/{draft}/stop': [at('visitor', `${v.danger}/stop`), at('visitor', `${v.notOurs}/stop`)],
  '/forms/{draft}/nearby': [at('visitor', `${v.street}/nearby`), refused('visitor', `${v.street}/nearby`)],
  '/forms/{draft}/contact': [at('visitor', `${v.street}/contact`), at('visitor', `${v.tasks}/contact`), refused('visitor', `${v.tasks}/contact`)],
  '/forms/{draft}/code': [at('visitor', v.formCode), refused('visitor', v.formCode)],
  '/forms/{draft}/check': [at('visitor', `${v.ready}/check`)],
  '/forms/{draft}/save': [at('visitor', `${v.ready}/save`), refused('visitor', `${v.hole}/save`)],
  '/forms/{draft}/saved': [at('visitor', `${v.tasks}/saved`)],
  '/forms/{draft}/delete': [at('visitor', `${v.street}/delete`)],
  '/forms/{draft}/{page}': [
    ...['kind', 'place', 'graffiti', 'description'].map((page) => at('visitor', `${v.street}/${page}`)),
    refused('visitor', `${v.hole}/place`),
    ...['move', 'who', 'moved-on', 'old-address', 'reductions'].map((page) => at('visitor', `${v.tasks}/${page}`)),
    ...['moved-on', 'old-address'].map((page) => refused('visitor', `${v.tasks}/${page}`)),
  ],
  '/received/{ref}': [at('visitor', `/received/${v.reference}`)],
  '/cases/{ref}': [at('visitor', `/cases/${v.reference}`), refused('visitor', `/cases/${v.reference}`), at('resident', r.request)],
  '/cases/{ref}/withdraw': [at('visitor', `/cases/${v.reference}/withdraw`)],
  '/cases/{ref}/reopen': [at('visitor', `/cases/${v.withdrawn}/reopen`), refused('visitor', `/cases/${v.withdrawn}/reopen`)],
  '/account': [at('resident', '/account')],
  '/account/details': [at('resident', '/account/details')],
  '/account/details/name': [at('resident', '/account/details/name'), at('resident', '/account/details/name', { then: cleared, status: 422 })],
  '/account/details/email': [at('resident', '/account/details/email')],
  '/account/details/phone': [at('resident', '/account/details/phone')],
  '/account/details/verify': [at('resident', r.verify), refused('resident', r.verify)],
  '/account/details/password': [at('resident', '/account/details/password'), refused('resident', '/account/details/password')],
  '/account/details/language': [at('resident', '/account/details/language')],
  'where there is no page': [at('visitor', '/no-such-page', { status: 404 })],
})

/** What staff see: `one` is a case, `w` what else was drawn up. */
export const staff = (one, w) => () => ({
  '/desk': [at('leader', '/desk', { ends: '/desk/cases' }), at('administrator', '/desk', { ends: '/admin/staff' })],
  '/desk/sign-in': [at('door', '/desk/sign-in'), at('door', '/desk/sign-in', { then: empty, status: 422 })],
  '/desk/sign-in/code': [at('door', w.half), refused('door', w.half)],
  '/desk/sign-in/link': [at('door', '/desk/sign-in/link', { status: 404 })],
  '/desk/find': ['', '?q=smith', '?q=zzxxqq', '?q=jones+cb1'].map((asked) => at('leader', `/desk/find${asked}`)),
  '/desk/set-up': [at('door', w.setUp), refused('door', w.setUp), at('door', '/desk/set-up?token=over')],
  '/desk/account': [at('leader', '/desk/account')],
  '/desk/residents/add': [at('record', '/desk/residents/add'), refused('record', '/desk/residents/add')],
  '/desk/residents/add/code': [at('record', w.addCode), refused('record', w.addCode)],
  '/desk/residents/{id}': [at('record', w.record)],
  '/desk/residents/{id}/open': [at('record', `${w.record}/open`), refused('record', `${w.record}/open`)],
  '/desk/residents/{id}/authority': [at('record', `${w.record}/authority`), refused('record', `${w.record}/authority`)],
  '/desk/residents/{id}/marker': [at('record', `${w.record}/marker`), refused('record', `${w.record}/marker`)],
  '/desk/residents/{id}/born': [at('record', `${w.record}/born`)],
  '/desk/figures': [at('leader', '/desk/figures')],
  '/desk/cases': ['', '?tab=all', '?tab=late', '?tab=all&service=registrars'].map((asked) => at('leader', `/desk/cases${asked}`)),
  '/desk/cases/{ref}': [at('leader', one)],
  '/desk/cases/{ref}/note': [at('leader', `${one}/note`), refused('leader', `${one}/note`)],
  '/desk/cases/{ref}/message': [at('leader', `${one}/message`), refused('leader', `${one}/message`)],
  '/desk/cases/{ref}/assign': [at('leader', `${one}/assign`)],
  '/desk/cases/{ref}/plan': [at('leader', `${one}/plan`), refused('leader', `${one}/plan`)],
  '/desk/cases/{ref}/promise': [at('leader', `${one}/promise`), refused('leader', `${one}/promise`)],
  '/desk/cases/{ref}/decide': [at('leader', `${one}/decide`), refused('leader', `${one}/decide`)],
  '/desk/cases/{ref}/close': [at('leader', `${one}/close`), refused('leader', `${one}/close`)],
  '/desk/cases/{ref}/reopen': [at('leader', `${one}/reopen`), refused('leader', `${one}/reopen`)],
  '/desk/cases/{ref}/hold': [at('owner', `${one}/hold`), refused('owner', `${one}/hold`)],
  '/desk/cases/{ref}/release': [at('owner', `${one}/release`), refused('owner', `${one}/release`)],
  '/admin/staff': [at('administrator', '/admin/staff'), at('leader', '/admin/staff', { status: 403 })],
  '/admin/staff/add': [at('administrator', '/admin/staff/add'), refused('administrator', '/admin/staff/add')],
  '/admin/staff/{id}': [at('administrator', w.colleague)],
  '/admin/teams': [at('administrator', '/admin/teams'), refused('administrator', '/admin/teams')],
  '/admin/teams/{code}': [at('administrator', '/admin/teams/highways')],
  '/manage/services': [at('administrator', '/manage/services'), at('owner', '/manage/services')],
  '/manage/searches': [at('owner', '/manage/searches')],
  '/manage/searches/{id}': [at('owner', w.miss)],
})
