// Looking at the pages of residents, in these languages and widths.
import { lookAt } from '../lib/look.mjs'
import { preparedNewcomer, preparedResident, preparedVisitor } from '../lib/prepared.mjs'
import { here, prepare } from '../lib/trial.mjs'
import { residents } from './places.mjs'

export function lookAsResidents(variants) {
  let visitor
  let resident
  let newcomer
  prepare(async () => {
    visitor = await preparedVisitor(here.browser, here.council)
    resident = await preparedResident(here.browser, here.council, visitor.tasks)
    newcomer = await preparedNewcomer(here.browser, here.council)
  })
  const places = (lang) => residents(visitor, resident, newcomer)(lang)
  lookAt('pages without an account', 'visitor', places, { state: () => visitor.state, variants })
  lookAt('pages of somebody about to come in', 'newcomer', places, { state: () => newcomer.state, variants })
  lookAt('pages of a resident', 'resident', places, { state: () => resident.state, variants })
}
