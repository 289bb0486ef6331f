// A problem in the street: the front door's main journey, whole and in its branches.
import assert from 'node:assert/strict'
import { Answers, reach, send } from '../lib/answers.mjs'
import { DESK, LANGUAGES, PHONE, TWICE, trial, visitor } from '../lib/trial.mjs'

/** A street nobody else reports in: the number makes each trial's place its own. */
let houses = 10
const POSTCODES = ['CB1 1AA']

async function toPlace(s, kind = 'graffiti') {
  const a = new Answers(s, 'street-problem')
  await a.start()
  await s.see(a.label('kind'))
  await a.pick('kind', kind)
  await s.goOn()
  await s.see(a.label('hurt_now'))
  await a.say('hurt_now', false)
  await s.goOn()
  await s.see(a.label('place'))
  return a
}

/** Somewhere of its own inside the council, away from any trunk road. */
function somewhere() {
  houses += 1
  return `52.2${String(houses).padStart(2, '0')}, 0.12${houses % 10}`
}

trial('reported from start to finish without an account', LANGUAGES, async (s) => {
  const a = new Answers(s, 'street-problem')
  await a.start()
  // Nothing chosen: the same page, what is wrong, and the way to mend it.
  await s.goOn()
  await s.refused()
  await a.pick('kind', 'pothole')
  await s.goOn()
  await a.say('hurt_now', false)
  await s.goOn()
  // Back keeps what was chosen, and choosing otherwise works.
  await s.follow(s.t('page-back'))
  await s.follow(s.t('page-back'))
  await s.see(a.label('kind'))
  assert.ok(await s.field(s.s('street-problem', 'option-kind-pothole')).isChecked())
  await s.goOn()
  await s.goOn()
  // A mistyped postcode comes back with everything else as it was.
  await a.street('place', 'Sluice Lane 7', 'CB1 XX')
  await s.goOn()
  await s.refused()
  assert.equal(await s.field(s.t('services-place-street')).inputValue(), 'Sluice Lane 7')
  assert.equal(await s.field(s.t('services-place-postcode')).inputValue(), 'CB1 XX')
  await s.fill(s.t('services-place-postcode'), '')
  await a.position('place', somewhere())
  await s.goOn()
  await a.pick('hole_depth', 'fist')
  await a.pick('hole_where', 'cycle-lane')
  await s.goOn()
  await a.write('description', 'Beside the gate\nof the school', { optional: true })
  await s.goOn()
  const email = `street-${s.lang}-${s.width}@resident.example`
  await reach(s, 'email', email, 'Fennel Sampleford')
  // Change one answer from the check page, and be back there.
  await s.see(s.t('forms-check'))
  const changes = s.page.getByRole('main').getByRole('link', { name: new RegExp(`^${s.t('forms-change')}`) })
  const names = await changes.allInnerTexts()
  assert.ok(names.length >= 6 && new Set(names).size === names.length, `each Change says of what: ${names}`)
  await s.left(changes.nth(3).click())
  await s.goOn()
  await s.says(email, 'Fennel Sampleford', 'Sluice Lane 7')
  const reference = await send(s)
  assert.match(reference, /^[0-9A-Z]{3} [0-9A-Z]{3} [0-9A-Z]{3}$/)
  await s.says(email)
  // The copy by email is in the language of the journey.
  const copy = await s.message(email)
  assert.equal(copy.lang, s.lang)
  assert.ok(copy.text.replaceAll(' ', '').includes(reference.replaceAll(' ', '')), copy.text)
  // The confirmation survives a bookmark, and tells a stranger nothing.
  const stranger = await visitor({ ...DESK, lang: s.lang })
  await stranger.go(new URL(s.page.url()).pathname)
  await stranger.see(s.t('cases-received-title'))
  assert.ok(!(await stranger.page.content()).includes(email))
  // On another device: the reference and the email bring a code, the code the case.
  await stranger.go('/track')
  await stranger.fill(s.t('cases-track-reference'), reference.toLowerCase())
  await stranger.fill(s.t('cases-track-contact'), email)
  await stranger.press(s.t('cases-track-send'))
  await stranger.see(s.t('cases-code-title'))
  await stranger.fill(s.t('cases-code-label'), await s.code(email))
  await stranger.press(s.t('cases-code-send'))
  await stranger.says(s.t('cases-status-open'), s.t('cases-promised'))
  await stranger.close()
})

trial('someone in danger sees the number before any form', TWICE, async (s) => {
  await s.go('/')
  await s.fill(s.t('server-start-search'), 'smell of gas in the street')
  await s.press(s.t('server-start-button'))
  const number = s.page.getByRole('main').locator('.app-danger__number').first()
  const heading = s.page.getByRole('main').locator('h1')
  const box = async (one) => (await one.boundingBox()).y
  assert.ok((await box(number)) < (await box(heading)), 'the number is above everything else')
  assert.match(await number.getAttribute('href'), /^tel:\d+$/)
})

trial('someone could be hurt now: the number first, then the form goes on', TWICE, async (s) => {
  const a = new Answers(s, 'street-problem')
  await a.start()
  await a.pick('kind', 'drain')
  await s.goOn()
  await a.say('hurt_now', true)
  await s.goOn()
  await s.page.locator('.app-danger__number').first().waitFor()
  await s.follow(s.t('forms-stop-carry-on'))
  await s.see(a.label('place'))
})

trial('a place outside the council is told whose it is', TWICE, async (s) => {
  const a = await toPlace(s)
  await a.position('place', '51.5007, -0.1246')
  await s.goOn()
  await s.see(s.t('forms-stop-title-not-ours'))
  await s.says(s.s('street-problem', 'to-other-council'), s.s('street-problem', 'reason-outside'))
  await s.follow(s.t('forms-stop-change'))
})

trial('a trunk road is passed on, and the confirmation says to whom', TWICE, async (s) => {
  const a = await toPlace(s)
  await a.position('place', '52.2351, 0.1120')
  await s.goOn()
  await s.see(s.t('forms-stop-title-pass-on'))
  await s.says(s.s('street-problem', 'to-national-highways'))
  await s.follow(s.t('forms-stop-carry-on'))
  await a.say('offensive', false)
  await a.pick('graffiti_on', 'council')
  await s.goOn()
  await s.goOn()
  await reach(s, 'email', `trunk-${s.width}@resident.example`)
  await send(s)
  await s.says(s.s('street-problem', 'to-national-highways'))
})

trial('the same thing reported nearby becomes one case, and both are told', TWICE, async (s) => {
  const place = s.script ? '52.1911, 0.1322' : '52.1955, 0.1377'
  const report = async (who, way, address) => {
    const a = await toPlace(who)
    await a.position('place', place)
    await who.goOn()
    await a.say('offensive', true)
    await a.pick('graffiti_on', 'council')
    await who.goOn()
    await who.goOn()
    await reach(who, way, address)
  }
  const first = await visitor(s.script ? PHONE : DESK)
  await report(first, 'email', `first-${s.width}@resident.example`)
  const theirs = await send(first)
  await report(s, 'email', `second-${s.width}@resident.example`)
  // The one found is shown, and whether it is the same has to be said.
  await s.see(s.t('forms-nearby'))
  await s.goOn()
  await s.refused(s.t('forms-nearby-missing'))
  await s.page.getByRole('main').getByRole('radio').first().check()
  await s.goOn()
  await s.says(s.t('forms-check-joined'))
  const mine = await send(s)
  assert.notEqual(theirs, mine)
  await s.says(s.t('cases-received-joined'))
  await s.message(`second-${s.width}@resident.example`, (one) => one.subject.includes(mine.replaceAll(' ', '')) || one.subject.includes(mine))
  await first.close()
})

trial('someone with a landline only finishes, and knows how to follow', TWICE, async (s) => {
  const a = await toPlace(s)
  await a.position('place', somewhere())
  await s.goOn()
  await a.say('offensive', false)
  await a.pick('graffiti_on', 'not-sure')
  await s.goOn()
  await s.goOn()
  await s.see(s.t('forms-contact'))
  // A landline cannot be sent a text; said at the field, nothing lost.
  await s.choose(s.t('forms-contact-way-text'))
  await s.fill(s.t('forms-contact-mobile'), '01632 960123')
  await s.goOn()
  await s.refused(s.t('forms-contact-mobile-wrong'))
  await reach(s, 'call', '01632 960123')
  const reference = await send(s)
  await s.saysKey('cases-received-no-copy')
  await s.go('/track')
  await s.fill(s.t('cases-track-reference'), reference)
  await s.fill(s.t('cases-track-contact'), '01632 960123')
  await s.press(s.t('cases-track-send'))
  await s.saysKey('cases-track-landline')
})

trial('a draft is saved and carried on with on another device', TWICE, async (s) => {
  const a = await toPlace(s)
  const email = `later-${s.width}@resident.example`
  await a.street('place', 'Curlew Drive 3', 'CB1 2AD')
  await s.press(s.t('forms-later'))
  await s.see(s.t('forms-save'))
  await s.press(s.t('forms-save-send'))
  await s.refused(s.t('forms-save-to-missing'))
  await s.fill(s.t('forms-save-to'), email)
  await s.press(s.t('forms-save-send'))
  await s.see(s.t('forms-saved'))
  const link = /https?:\/\/[^/\s]+(\/\S+)/.exec((await s.message(email)).text)?.[1]
  assert.ok(link, 'the message has a link')
  const elsewhere = await visitor(s.script ? PHONE : DESK)
  await elsewhere.go(link)
  await elsewhere.press(s.t('forms-resume-send'))
  await elsewhere.fill(s.t('forms-resume-code'), await s.code(email))
  await elsewhere.press(s.t('forms-continue'))
  await elsewhere.go(new URL(elsewhere.page.url()).pathname)
  await elsewhere.page.locator('h1').waitFor()
  assert.match(elsewhere.page.url(), /\/forms\//)
  await elsewhere.close()
})

trial('the whole journey by keyboard alone', [DESK], async (s) => {
  const { keyboard } = s.page
  const focused = () => s.page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.id)
  const tabTo = async (fits) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await keyboard.press('Tab')
      if (await s.page.evaluate(fits.test, fits.with)) return
    }
    throw new Error(`never reached ${JSON.stringify(fits.with)}; at ${await focused()}`)
  }
  const control = (id) => ({ test: (id) => document.activeElement?.name === id || document.activeElement?.id === id, with: id })
  const button = (text) => ({ test: (text) => document.activeElement?.tagName === 'BUTTON' && document.activeElement.textContent.trim() === text, with: text })
  const enter = () => s.left(keyboard.press('Enter'))
  const radio = async (name, down) => {
    await tabTo(control(name))
    await keyboard.press('Space')
    for (let presses = 0; presses < down; presses += 1) await keyboard.press('ArrowDown')
  }
  await s.go('/services/street-problem')
  await tabTo(button(s.t('services-start-button')))
  await enter()
  await radio('kind', 3)
  await tabTo(button(s.t('forms-continue')))
  await enter()
  await radio('hurt_now', 1)
  await tabTo(button(s.t('forms-continue')))
  await enter()
  await tabTo(control('place-street'))
  await keyboard.type('Windpump Row 4')
  await tabTo(control('place-postcode'))
  await keyboard.type('CB1 2AD')
  await tabTo(button(s.t('forms-continue')))
  await enter()
  await tabTo(control('description'))
  await tabTo(button(s.t('forms-continue')))
  await enter()
  await s.see(s.t('forms-contact'))
  await radio('contact-way', 0)
  await tabTo(control('contact-email'))
  await keyboard.type('keyboard@resident.example')
  await tabTo(button(s.t('forms-continue')))
  await enter()
  await s.see(s.t('forms-check'))
  await s.says('Windpump Row 4', s.s('street-problem', 'option-kind-litter'))
  await tabTo(button(s.t('forms-check-send')))
  await enter()
  await s.see(s.t('cases-received-title'))
})
