// Every page of the desk, the administrator's and the service owner's, also with errors.
import { ENGLISH, lookAt } from '../lib/look.mjs'
import { preparedDoor, preparedMiss, preparedRecord, preparedStaff } from '../lib/prepared.mjs'
import { here, prepare } from '../lib/trial.mjs'
import { staff } from './places.mjs'

const drawn = {}

prepare(async () => {
  drawn.leader = await preparedStaff(here.browser, here.council, 'leader')
  drawn.administrator = await preparedStaff(here.browser, here.council, 'administrator')
  drawn.owner = await preparedMiss(here.browser, here.council)
  drawn.record = await preparedRecord(here.browser, here.council, 'leader')
  drawn.door = await preparedDoor(here.browser, here.council)
})

const places = () => {
  const { leader, administrator, owner, door, record } = drawn
  return staff(leader.cases[0], { ...administrator, ...owner, ...door, ...record })()
}

const looks = (name, who) => lookAt(name, who, places, { state: () => drawn[who].state, variants: ENGLISH, staff: true })

looks('pages of a team leader', 'leader')
looks("pages of a person's record", 'record')
looks('pages of an administrator', 'administrator')
looks('pages of a service owner', 'owner')
looks("pages at the desk's door", 'door')
