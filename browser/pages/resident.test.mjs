// Every page a resident can come to, also the ones with errors, in each language and at the width of a phone.
import { lookAt, VARIANTS } from '../lib/look.mjs'
import { preparedInside, preparedVisitor } from '../lib/prepared.mjs'
import { here, prepare } from '../lib/trial.mjs'

let visitor
let inside

prepare(async () => {
  visitor = await preparedVisitor(here.browser, here.council)
  inside = await preparedInside(here.browser, here.council, 'officer')
})

const anonymous = () => {
  const { street, tasks, reference } = visitor
  return [
    '/', '/services', '/search?q=bin+not+colected', '/search?q=smell+of+gas', '/search?q=zzxxqq', '/services/street-problem',
    '/services/resident-permit', '/services/council-tax-moving-home', '/contact/visit', '/about/accessibility', '/about/privacy',
    '/about/cookies', '/demo', '/demo/messages', '/track', ['/track', 'submit'], '/sign-in', ['/sign-in', 'submit'], '/sign-in/password',
    ['/sign-in/password', 'submit'], '/sign-up', '/no-such-page', `${street}/kind`, `${street}/place`, `${street}/graffiti`,
    `${street}/description`, `${street}/nearby`, [`${street}/nearby`, 'submit'], `${street}/contact`, `${street}/check`, `${street}/save`,
    [`${street}/save`, 'submit'], `${street}/delete`, tasks, `${tasks}/move`, [`${tasks}/move`, 'submit'], `${tasks}/moved-on`,
    [`${tasks}/moved-on`, 'submit'], `${tasks}/old-address`, [`${tasks}/old-address`, 'submit'], `${tasks}/reductions`, `${tasks}/adults`,
    `${tasks}/contact`, `/received/${reference}`, `/cases/${reference}`, [`/cases/${reference}`, 'submit'], `/cases/${reference}/withdraw`,
    '/forms/resume',
  ]
}

const signedIn = () => [
  '/account', inside.request, '/account/details', '/account/details/name', ['/account/details/name', clear, 'name cleared'],
  '/account/details/email', '/account/details/phone', '/account/details/password', ['/account/details/password', 'submit'], '/account/details/language',
]

async function clear(session) {
  await session.fill(session.t('residents-name'), '')
  await session.press(session.t('residents-save'))
}


lookAt('pages without an account', anonymous, { state: () => visitor.state, variants: [...VARIANTS, ['cy', 320]] })
lookAt('pages of a resident', signedIn, { state: () => inside.state, variants: [...VARIANTS, ['cy', 320]] })

