// Every page of the desk, the administrator's and the service owner's, also with errors.
import { lookAt } from '../lib/look.mjs'
import { preparedInside } from '../lib/prepared.mjs'
import { here, prepare } from '../lib/trial.mjs'

let leader
let administrator
let owner

prepare(async () => {
  leader = await preparedInside(here.browser, here.council, 'leader')
  administrator = await preparedInside(here.browser, here.council, 'administrator')
  owner = await preparedInside(here.browser, here.council, 'owner')
})

const cases = () => {
  const one = leader.cases[0]
  return [
    '/desk', '/desk/cases', '/desk/cases?tab=all', '/desk/cases?tab=late', '/desk/cases?tab=all&service=registrars', one, `${one}/message`,
    [`${one}/message`, 'submit'], `${one}/assign`, `${one}/plan`, [`${one}/plan`, 'submit'], `${one}/promise`, [`${one}/promise`, 'submit'],
    `${one}/decide`, [`${one}/decide`, 'submit'], '/desk/account', '/desk/figures', '/admin/staff',
  ]
}

const people = () => [
  '/admin/staff', '/admin/staff/add', ['/admin/staff/add', 'submit'], '/admin/teams', ['/admin/teams', 'submit'], '/admin/teams/highways',
  ['/admin/staff', follow, 'first of the list'], '/manage/services',
]

async function follow(session) {
  await session.left(session.page.getByRole('main').locator('table a').first().click())
}

const door = () => ['/desk/sign-in', ['/desk/sign-in', submit, 'empty'], '/desk/set-up?token=over', '/desk/sign-in/code']

async function submit(session) {
  await session.press(session.t('workforce-continue'))
}

lookAt('pages of a team leader', cases, { state: () => leader.state, staff: true })
lookAt('pages of an administrator', people, { state: () => administrator.state, staff: true })
lookAt('pages of a service owner', () => ['/desk', '/manage/services', '/admin/teams'], { state: () => owner.state, staff: true })
lookAt("pages at the desk's door", door, { staff: true })
