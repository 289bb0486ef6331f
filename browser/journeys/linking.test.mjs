// Two records of one person: they come by themselves, are found, explained, joined with a reason, shown to be one person's by a code,
// seen by their person and objected to, and parted. And two who are not one: never proposed again.
import assert from 'node:assert/strict'
import { sound } from '../lib/checks.mjs'
import { atTheDesk, openRecord } from '../lib/desk.mjs'
import { newAccount } from '../lib/prepared.mjs'
import { elsewhere, PHONE, DESK, STAFF, trial } from '../lib/trial.mjs'

const LISTS = '/desk/linking'
/** A job compares whoever is new every few seconds, and the demo's people before them: on a machine at work that takes a while. */
const PATIENCE = 180_000

/** Nobody else has these names, and nobody these names with another's birthday. */
const PEOPLE = {
  'plain-en-320': { name: 'Betony Trialmere', born: [14, 7, 1958], says: '14 July 1958' },
  'en-320': { name: 'Eyebright Demohurst', born: [30, 5, 1949], says: '30 May 1949' },
  'en-1280': { name: 'Lovage Patternholt', born: [2, 11, 1983], says: '2 November 1983' },
  'keys-en-1280': { name: 'Campion Sampleford', born: [27, 1, 1971], says: '27 January 1971' },
}

const emails = (s, name) => ['resident.example', 'post.example'].map((provider) => `${name}-${s.mark}@${provider}`)

/** Somebody makes an account, and tells the council their birthday. */
async function comes(officer, own, { name, born }, email) {
  await newAccount(own, name, email)
  await officer.go(`${await openRecord(officer, email, 'They came to the counter')}/born`)
  await officer.fillDate(...born)
  await officer.press(officer.t('residents-desk-save'))
}

/** Asks for the list until somebody of this name is on it, in a pair that is not `but`; gives the pair's address. */
async function proposed(s, name, but) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await s.page.waitForTimeout(1_000)) {
    await s.go(LISTS)
    const pairs = await s.page.getByRole('main').locator('table a', { hasText: name }).evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    const found = pairs.find((href) => href !== but)
    if (found) return found
  }
  throw new Error(`nobody called ${name} is proposed`)
}

/** What the page says of one field: both values, how they agree, and what that counts. */
async function line(s, field) {
  const name = s.t(`residents-desk-linking-field-${field}`)
  const row = s.page.getByRole('main').getByRole('row').filter({ has: s.page.getByRole('rowheader', { name, exact: true }) })
  return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim())
}

/** Each field's values and what they count for stand on the page of the pair. */
async function explained(s, pair, { name, says }, addresses) {
  await s.enter(s.page.getByRole('main').locator(`a[href="${pair}"]`))
  await s.see(s.t('residents-desk-linking-one-title'))
  await sound(s)
  await s.says(s.t('residents-desk-linking-almost-sure'), s.t('residents-desk-linking-state-open'))
  const born = await line(s, 'born')
  assert.deepEqual(born.slice(0, 3), [says, says, s.t('residents-desk-linking-agrees-exact')])
  assert.match(born[3], new RegExp(`^${s.t('residents-desk-linking-counts-strongly-for')} \\(\\+?\\d`))
  const mail = await line(s, 'email')
  assert.deepEqual([mail.slice(0, 2).sort(), mail[2]], [[...addresses].sort(), s.t('residents-desk-linking-agrees-mailbox')])
  const [given, surname] = name.toLowerCase().split(' ')
  assert.deepEqual((await line(s, 'given')).slice(0, 2).map((text) => text.toLowerCase()), [given, given])
  assert.equal((await line(s, 'surname'))[0].toLowerCase(), surname)
}

/** They are joined: refused without a decision, then without a reason; what was typed and chosen stays. */
async function joins(s, reason) {
  await s.fill(s.t('residents-desk-linking-reason'), reason)
  await s.press(s.t('residents-desk-linking-decide'))
  await s.refused(s.t('residents-desk-linking-decision-empty'))
  assert.equal(await s.field(s.t('residents-desk-linking-reason')).inputValue(), reason)
  await sound(s)
  await s.choose(s.t('residents-desk-linking-one'))
  await s.check(s.page.locator('input[name=keep]').first())
  await s.fill(s.t('residents-desk-linking-reason'), '')
  await s.press(s.t('residents-desk-linking-decide'))
  await s.refused(s.t('residents-desk-linking-reason-empty'))
  assert.ok(await s.field(s.t('residents-desk-linking-one')).isChecked())
  assert.ok(await s.page.locator('input[name=keep]').first().isChecked())
  await s.fill(s.t('residents-desk-linking-reason'), reason)
  await s.press(s.t('residents-desk-linking-decide'))
  await s.says(s.t('residents-desk-linking-state-joined'), reason)
  await sound(s)
}

/** Neither account shows anything of the other until what the older was sent is entered in the newer. */
async function proves(one, own, { name }, first) {
  await one.go('/account')
  await one.follow(one.t('residents-joined-waits'))
  await one.says(one.t('residents-joined-maybe'), one.t('residents-joined-maybe-there'))
  await sound(one)
  await own.go('/account')
  await own.follow(own.t('residents-joined-waits'))
  await own.see(own.t('residents-joined'))
  await own.says(own.t('residents-joined-maybe-apart'))
  assert.ok(!(await own.page.getByRole('main').innerText()).includes(name), 'it tells of the other')
  await sound(own)
  const used = await own.code(first)
  await own.press(own.t('residents-joined-send'))
  await own.says(own.t('residents-joined-sent'))
  await sound(own)
  await own.fill(own.t('residents-code-label'), '12')
  await own.press(own.t('residents-joined-prove'))
  await own.refused(own.t('residents-code-shape'))
  await sound(own)
  await own.fill(own.t('residents-code-label'), await own.code(first, used))
  await own.press(own.t('residents-joined-prove'))
  await own.says(own.t('residents-joined-proved'), name, own.t('residents-joined-signs-in'))
}

/** Both accounts say so; one of them says that it is not theirs. */
async function objects(one, own) {
  await one.go('/account')
  await one.saysKey('residents-joined-see')
  await own.saysKey('residents-joined-by-officer')
  await sound(own)
  await own.press(own.t('residents-joined-not-me'))
  await own.says(own.t('residents-joined-parted'), own.t('residents-joined-none'))
  await sound(own)
  await one.go('/account/details/joined')
  await one.says(one.t('residents-joined-none'))
}

/** It comes back to the officer, who parts them; not without a reason. */
async function parts(s, pair, reason) {
  await s.go(`${LISTS}?of=disputed`)
  await s.enter(s.page.getByRole('main').locator(`a[href="${pair}"]`))
  await s.says(s.t('residents-desk-linking-state-disputed'))
  await s.saysKey('residents-desk-linking-past-disputed')
  await s.press(s.t('residents-desk-linking-part'))
  await s.refused(s.t('residents-desk-linking-parted-empty'))
  await sound(s)
  await s.fill(s.t('residents-desk-linking-parted'), 'It was her sister')
  await s.press(s.t('residents-desk-linking-part'))
  await s.says(s.t('residents-desk-linking-state-never'), 'It was her sister', reason)
  await sound(s)
}

trial('two records are explained, joined with a reason, objected to by their person, and parted', [...STAFF, { ...PHONE, script: true }], async (s) => {
  const person = PEOPLE[s.mark]
  const addresses = emails(s, 'twice')
  const reason = 'One passport, and both codes were read out'
  await atTheDesk(s, 'officer')
  const [one, own] = [await elsewhere(s), await elsewhere(s)]
  await comes(s, one, person, addresses[0])
  await comes(s, own, person, addresses[1])
  const pair = await proposed(s, person.name)
  await sound(s)
  await explained(s, pair, person, addresses)
  await joins(s, reason)
  await s.says(s.t('residents-desk-linking-proof'), s.t('residents-desk-linking-proof-open'))
  await proves(one, own, person, addresses[0])
  await s.go(pair)
  await s.saysKey('residents-desk-linking-past-code')
  await sound(s)
  await objects(one, own)
  await parts(s, pair, reason)
  await one.close()
  await own.close()
})

trial('two people are not proposed again, whatever changes and whoever else comes', [PHONE, DESK], async (s) => {
  const twin = { ...PEOPLE[s.mark], name: s.width === PHONE.width ? 'Melilot Exampleton' : 'Tormentil Testwick', born: [9, 3, s.width === PHONE.width ? 1990 : 1962] }
  const [first, second] = emails(s, 'never')
  await atTheDesk(s, 'officer')
  const [one, other, third] = [await elsewhere(s), await elsewhere(s), await elsewhere(s)]
  await comes(s, one, twin, first)
  await comes(s, other, twin, second)
  const pair = await proposed(s, twin.name)
  await s.go(pair)
  await s.choose(s.t('residents-desk-linking-two'))
  await s.fill(s.t('residents-desk-linking-reason'), 'Cousins of one name, both were here')
  await s.press(s.t('residents-desk-linking-decide'))
  await s.says(s.t('residents-desk-linking-state-never'), 'Cousins of one name, both were here')
  // What changes is compared anew, and so is whoever comes: by then the two were looked at again.
  await other.go('/account/details/name')
  await other.fill(other.t('residents-name'), `${twin.name}s`)
  await other.press(other.t('residents-save'))
  await comes(s, third, twin, `somebody-${s.mark}@letters.example`)
  await proposed(s, twin.name, pair)
  assert.equal(await s.page.getByRole('main').locator(`a[href="${pair}"]`).count(), 0, 'they are proposed again')
  await s.go(`${LISTS}?of=never`)
  await s.page.getByRole('main').locator(`a[href="${pair}"]`).waitFor()
  await sound(s)
  for (const session of [one, other, third]) await session.close()
})
