// Email by real SMTP, in and out: an answer finds its case with its files, what belongs nowhere is placed, answered and marked,
// machines are told apart from people.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { Answers, grouped, reach, send } from '../lib/answers.mjs'
import { sound } from '../lib/checks.mjs'
import { ROOT } from '../lib/council.mjs'
import { Post } from '../lib/post.mjs'
import { newAtTheDesk } from '../lib/prepared.mjs'
import { council, elsewhere, here, trial, TWICE } from '../lib/trial.mjs'

const PHOTO = readFileSync(join(ROOT, 'docs', 'pictures', 'danger-first.png')).toString('base64')
const HOLIDAYS = JSON.parse(readFileSync(join(ROOT, 'data', 'bank-holidays.json'), 'utf8'))
const DAY = 86_400_000
const HELLO = 'hello@eastmere.example'

let post

council(async () => {
  post = await Post.open()
  return { demo: false, settings: post.settings }
})
after(() => post?.close())

/** A new officer signs in: the council has nobody yet. */
async function officer(s, name) {
  const email = `${name}-${s.mark}@eastmere.example`
  const said = here.council.run('staff', 'add', '--name', 'Olu Officer', '--email', email, '--role', 'officer')
  await newAtTheDesk(s, /http\S+/.exec(said)[0], email)
}

/** Somebody asks something on the pages, and can be reached by email; the reference. */
async function asks(s, email) {
  const a = new Answers(s, 'general-enquiry')
  await a.start()
  await a.pick('about', 'libraries-leisure')
  await s.goOn()
  await a.write('message', 'May my reading group meet in the library?')
  await s.goOn()
  await a.say('date_matters', false)
  await s.goOn()
  await a.pickOptional('help', 'none')
  await s.goOn()
  await reach(s, 'email', email, 'Juniper Outlinethorpe')
  return (await send(s)).replaceAll(' ', '')
}

/** An answer to this letter, at the address it asks for. */
function answer(letter, from, text, more = {}) {
  const head = { 'In-Reply-To': letter.head['message-id'], ...more.head }
  return post.send({ ...more, from, to: letter.head['reply-to'], subject: `Re: ${letter.subject}`, text, head })
}

async function openMail(s, subject) {
  await s.go('/desk/mail')
  await sound(s)
  await s.follow(subject)
  await s.see(subject)
  await sound(s)
}

/** What a list of facts says under this name. */
async function told(s, name) {
  return (await s.page.locator('.govuk-summary-list__row').filter({ hasText: name }).locator('dd').first().innerText()).trim()
}

trial('an answer by email stands on its case with its file, and is answered by email', TWICE, async (s) => {
  const own = await elsewhere(s)
  const email = s.email('answers')
  const reference = await asks(own, email)
  const first = await post.letter(email)
  assert.match(first.head['reply-to'], /^<?case\+[^@]+@mail\.eastmere\.example>?$/)
  assert.ok(first.text.includes(`/cases/${reference}`) || first.text.replaceAll(' ', '').includes(reference), first.text)
  const files = [{ name: 'reading group.png', type: 'image/png', base64: PHOTO }, { name: 'letter.doc', type: 'application/msword', base64: 'd29yZHM=' }]
  assert.equal(await answer(first, email, 'We are twelve, on Thursdays.', { files }), 'kept')
  // Told once that it came, by a letter that no machine answers.
  const receipt = await post.letter(email, (letter) => letter.head['auto-submitted'] === 'auto-replied')
  assert.equal(receipt.subject, s.t('mail-told-left-out-subject'))
  assert.ok(!receipt.head['reply-to'] && !receipt.text.includes(reference), receipt.text)

  await officer(s, 'answers')
  await s.go(`/desk/cases/${reference}`)
  await s.says('We are twelve, on Thursdays.', s.t('cases-desk-by-email'), 'reading group', 'letter.doc')
  await sound(s)
  const file = await s.page.getByRole('main').locator(`a[href*="/${reference}/files/"]`).first().getAttribute('href')
  const kept = await s.context.request.get(file)
  assert.equal(kept.status(), 200)
  assert.match(kept.headers()['content-type'], /^image\//)
  // The resident sees on their page what they wrote by email.
  await own.go(`/cases/${reference}`)
  await own.says('We are twelve, on Thursdays.', 'reading group')

  await s.go(`/desk/cases/${reference}/message`)
  await s.fill(s.t('cases-desk-message-label'), 'You may: the room upstairs is yours on Thursdays.')
  await s.press(s.t('cases-message-button'))
  await s.says(s.t('cases-desk-message-done'))
  const second = await post.letter(email, (letter) => letter.text.includes('the room upstairs'))
  assert.equal(second.head['reply-to'], first.head['reply-to'], 'the case has one address')
  await own.go(`/cases/${reference}`)
  await own.says('the room upstairs')
  await own.close()
})

trial('an email that belongs nowhere is placed, answered and marked, and its clock runs', TWICE, async (s) => {
  const own = await elsewhere(s)
  const email = s.email('nowhere')
  const reference = await asks(own, email)
  await officer(s, 'nowhere')
  const subject = `How many reading groups are there? ${s.mark}`
  const letter = { from: email, to: HELLO, subject, text: 'Under the Freedom of Information Act, how many reading groups met last year?' }
  assert.equal(await post.send(letter), 'kept')
  assert.equal(await post.send({ ...letter, to: 'somebody@elsewhere.example' }), 'refused [550]')
  await openMail(s, subject)
  await s.says(email, HELLO, 'how many reading groups met')
  await s.press(s.t('mail-desk-case-button'))
  await s.refused(s.t('mail-desk-case-empty'))
  await sound(s)
  await s.fill(s.t('mail-desk-case-label'), reference)
  await s.press(s.t('mail-desk-case-button'))
  assert.equal(new URL(s.page.url()).pathname, `/desk/cases/${reference}`)
  await s.says(subject, 'how many reading groups met')
  await s.go('/desk/mail')
  assert.equal(await s.page.getByRole('link', { name: subject }).count(), 0, 'it waits no longer')

  await s.go(`/desk/cases/${reference}`)
  await s.enter(s.page.locator('.app-message', { hasText: subject }).getByRole('link', { name: s.t('cases-desk-mark') }))
  await s.see(s.t('mail-desk-mark-title'))
  await s.says('how many reading groups met')
  await sound(s)
  await s.choose(s.t('mail-desk-mark-information'))
  await s.press(s.t('mail-desk-mark-button'))
  await s.refused(s.t('mail-desk-mark-reason-empty'))
  assert.ok(await s.field(s.t('mail-desk-mark-information')).isChecked())
  await s.fill(s.t('mail-desk-mark-reason'), 'They ask for figures')
  await s.press(s.t('mail-desk-mark-button'))
  await s.see(s.t('mail-desk-mark-information'))
  await sound(s)
  const [came, due] = [await told(s, s.t('mail-desk-received')), await told(s, s.t('mail-desk-mark-due'))]
  assert.equal(workingDays(day(came), day(due)), 20, `from ${came} to ${due}`)
  await s.go('/desk/marked')
  const row = s.page.getByRole('row').filter({ hasText: s.t('mail-desk-mark-information') }).filter({ hasText: grouped(reference) })
  assert.equal(await row.count(), 1)
  assert.ok((await row.innerText()).includes(due.replace(/^[A-Z][a-z]+ (?=\d)/, '')), await row.innerText())
  await sound(s)

  await s.go(`/desk/cases/${reference}/message`)
  await s.fill(s.t('cases-desk-message-label'), 'Forty-one reading groups met.')
  await s.press(s.t('cases-message-button'))
  await post.letter(email, (letter) => letter.text.includes('Forty-one'))
  await own.close()
})

trial('what machines write is kept apart, and whoever an email came back from is to be rung', TWICE, async (s) => {
  const own = await elsewhere(s)
  const email = s.email('machine')
  const reference = await asks(own, email)
  const letter = await post.letter(email)
  const away = await answer(letter, email, `I am away until Monday ${s.mark}.`, { head: { 'Auto-Submitted': 'auto-replied' } })
  assert.equal(away, 'kept')
  await officer(s, 'machine')
  await s.go(`/desk/cases/${reference}`)
  assert.ok(!(await s.page.getByRole('main').innerText()).includes('I am away'), 'an absence is no message')
  await s.go('/desk/mail?list=automatic')
  await s.says(`Re: ${letter.subject}`, s.t('mail-desk-why-away'))
  await sound(s)
  // To the address that only this email had as its sender, from nowhere, as mail servers do.
  const report = { message: letter.head['message-id'], recipient: email }
  const back = { from: '', sender: 'MAILER-DAEMON@mx.post.example', to: letter.from, subject: 'Undelivered Mail Returned to Sender', text: 'Sorry.', report }
  assert.equal(await post.send(back), 'kept')
  // The list follows the journal, a moment later.
  for (let tries = 0; tries < 50; tries += 1) {
    await s.go('/desk/cases/untold')
    if ((await s.page.getByRole('main').innerText()).includes('Juniper Outlinethorpe')) break
    await s.page.waitForTimeout(100)
  }
  await s.says('Juniper Outlinethorpe', s.t('cases-untold-what-returned'))
  await sound(s)
  await s.go(`/desk/cases/${reference}`)
  await s.says(s.t('cases-desk-event-returned'))
  await s.go('/desk/mail?list=automatic')
  await s.says(s.t('mail-desk-why-returned'))
  assert.equal(post.letters(email).filter((one) => one.head['auto-submitted'] === 'auto-replied').length, 0, 'a machine was answered')
  await own.close()
})

/** The day in a text like "Friday 18 December 2026", at midnight of UTC. */
function day(text) {
  return new Date(`${/\d{1,2} [A-Z][a-z]+ \d{4}/.exec(text)[0]} UTC`)
}

/** The working days after one day, up to and with another. */
function workingDays(from, to) {
  const holidays = new Set(HOLIDAYS['england-and-wales'].events.map(({ date }) => date))
  let days = 0
  for (let at = new Date(from.getTime() + DAY); at <= to; at = new Date(at.getTime() + DAY)) {
    const weekend = at.getUTCDay() % 6 === 0
    if (!weekend && !holidays.has(at.toISOString().slice(0, 10))) days += 1
  }
  return days
}
