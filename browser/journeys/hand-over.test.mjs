// A case in the hands of other systems: one that runs beside the council answers, another is silent, and neither is hidden from the
// desk or from whoever reported it.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { send, somewhere } from '../lib/answers.mjs'
import { sound } from '../lib/checks.mjs'
import { atTheDesk } from '../lib/desk.mjs'
import { PRIVATE } from '../lib/listener.mjs'
import { report } from '../lib/prepared.mjs'
import { council, DESK, elsewhere, here, PHONE, prepare, STAFF, trial, visitor } from '../lib/trial.mjs'
import { Works } from '../lib/works.mjs'

const [KERBSIDE, LIGHTING] = ['Kerbside Works', 'Eastmere Lighting']

let works

council(() => ({ settings: PRIVATE }))

/** An administrator lets the contractor's system take cases, with the key that the page shows once. */
prepare(async () => {
  works = await Works.at()
  const s = await visitor()
  await atTheDesk(s, 'administrator')
  await s.go('/admin/hooks')
  await s.fill(s.t('api-desk-hooks-name'), KERBSIDE)
  await s.fill(s.t('api-desk-hooks-url'), works.url)
  await s.check(s.page.locator('main input[value="case.handed-over"]'))
  await s.press(s.t('api-desk-hooks-make'))
  await s.fill(s.t('api-desk-takes-code'), 'Kerbside!')
  await s.press(s.t('api-desk-takes-button'))
  await s.refused(s.t('api-desk-takes-code-wrong'), s.t('api-desk-takes-name-empty'))
  await sound(s)
  await s.fill(s.t('api-desk-takes-code'), 'street-works')
  await s.fill(s.t('api-desk-takes-name'), KERBSIDE)
  await s.press(s.t('api-desk-takes-button'))
  // The demo's own contractor has cases and nothing behind it: whoever puts another in its place reads how many.
  await s.refused()
  await sound(s)
  await s.choose(s.t('api-desk-takes-instead'))
  await s.press(s.t('api-desk-takes-button'))
  await s.says(s.t('api-desk-takes-key'))
  await sound(s)
  const shown = async (begin) => (await s.page.locator('main code').allInnerTexts()).find((text) => text.startsWith(begin))
  await works.start(here.council, { secret: await shown('whsec_'), key: await shown('gh_'), takes: 'sign,drain', keeps: 'sign' })
  await s.close()
})
after(() => works?.close())

/** Somebody reports it; the reference. */
async function reported(own, kind) {
  await report(own, somewhere(), own.email(kind), kind)
  return (await send(own)).replaceAll(' ', '')
}

/** From the case to a system: what it will be told stands there before it is handed over. */
async function handedTo(s, name, reference) {
  await s.follow(s.t('cases-hand-over-title'))
  await s.press(s.t('cases-hand-over-button'))
  await s.refused(s.t('cases-hand-over-empty'))
  await sound(s)
  await s.choose(name)
  await s.press(s.t('cases-hand-over-button'))
  const grouped = reference.match(/.../g).join(' ')
  await s.says(s.t('cases-hand-over-ahead', { name }), grouped, s.t('cases-handed-sends-nobody'))
  await sound(s)
  await s.press(s.t('cases-hand-over-ahead-button', { name }))
  await s.says(s.t('cases-hand-over-done'))
}

/** Asks for the page again until it says so. */
async function until(s, path, words) {
  for (let tries = 0; tries < 100; tries += 1) {
    await s.go(path)
    if ((await s.page.getByRole('main').innerText()).includes(words)) return
    await s.page.waitForTimeout(200)
  }
  await s.says(words)
}

const answered = (s, n, all) => s.t('cases-handed-answered', { answered: n, all })

trial('of two systems one answers and one is silent, and the case says so until it is taken back', STAFF, async (s) => {
  const own = await elsewhere(s)
  const reference = await reported(own, 'sign')
  const path = `/desk/cases/${reference}`
  await atTheDesk(s, 'owner')
  await s.go(path)
  await handedTo(s, LIGHTING, reference)
  await s.says(answered(s, 0, 1))
  await handedTo(s, KERBSIDE, reference)
  await until(s, path, answered(s, 1, 2))
  await until(s, path, 'SW-')
  await s.says(LIGHTING)
  await s.saysKey('cases-handed-state-asked', 'cases-handed-state-planned')
  await sound(s)
  await own.go(`/cases/${reference}`)
  await own.says(KERBSIDE, 'SW-', LIGHTING, own.t('cases-owner'))
  await sound(own)
  await s.go('/desk/cases/handed')
  await s.says(LIGHTING, KERBSIDE)
  await sound(s)
  // The silent one has it no more; not without a reason.
  await s.go(path)
  await s.follow(s.t('cases-take-back-title'))
  await s.choose(LIGHTING)
  await s.press(s.t('cases-take-back-button'))
  await s.refused(s.t('cases-take-back-reason-empty'))
  assert.ok(await s.field(LIGHTING).isChecked(), 'what was chosen stays')
  await sound(s)
  await s.fill(s.t('cases-take-back-reason'), 'The pole is not a lamp post.')
  await s.press(s.t('cases-take-back-button'))
  await s.says(s.t('cases-take-back-done'))
  await sound(s)
  await own.go(`/cases/${reference}`)
  await own.says(KERBSIDE)
  assert.ok(!(await own.page.content()).includes('The pole is not a lamp post.'), 'the reason is for staff')
  await own.close()
})

trial('what the other system has done ends the case, and whoever reported it is told', [DESK, PHONE], async (s) => {
  const own = await elsewhere(s)
  const reference = await reported(own, 'drain')
  const path = `/desk/cases/${reference}`
  await atTheDesk(s, 'owner')
  await s.go(path)
  await handedTo(s, KERBSIDE, reference)
  await until(s, path, s.t('cases-desk-status-closed'))
  await s.says(s.s('street-problem', 'outcome-mended'), 'We mended it.')
  await sound(s)
  await own.go(`/cases/${reference}`)
  await own.says(own.t('cases-status-closed'), own.s('street-problem', 'outcome-mended'), KERBSIDE)
  await own.message(own.email('drain'), ({ text }) => text.includes('We mended it.'))
  await own.close()
})
