// Looks at a list of places, one browser context for each language and width, one page used again and again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, help, keyboard, largeText, layout, rightToLeft, textSpacing, title } from './checks.mjs'
import { Session } from './session.mjs'
import { here } from './trial.mjs'
import { words } from './words.mjs'

/** What residents see is there in every language, the desk in English alone. */
export const ENGLISH = [['en', 1280], ['en', 320]]
export const LANGUAGES = [['cy', 1280], ['cy', 320], ['ar', 1280], ['ar', 320]]

/**
 * A place: who looks (whose browser), at which address, and where it differs: the `status` of the page that is then
 * shown (200, or 422 for a form sent as it stands), the path it is shown at (`ends`), what is done there (`then`; "submit": the form is
 * sent as it stands).
 */
export function at(who, path, { then, status = then === 'submit' ? 422 : 200, ends = path.split(/[?#]/)[0] } = {}) {
  return { who, path, then, status, ends }
}

/** As `at`: the form is sent as it stands and comes back with errors, at its own address or at this one. */
export function refused(who, path) {
  return at(who, path, { then: 'submit' })
}

/** What sends the page's form: in it, or, where a form is sent by several buttons of the page, the first that sends it for good. */
async function submitOf(page) {
  const inside = page.locator('main form:not([role=search]) button:not([type=button])')
  const named = page.locator('main button[form]:not([formaction="/desk/keep"])')
  return await inside.count() > 0 ? inside.first() : named.first()
}

async function open(session, { path, then, status }) {
  session.expected = new Set([status])
  await session.go(path)
  if (then === 'submit') await session.enter(await submitOf(session.page))
  else if (then) await then(session)
}

/** Every place under its route in the router has an address of that route. */
function ofTheirRoutes(places) {
  const wrong = []
  for (const [route, all] of Object.entries(places).filter(([route]) => route.startsWith('/'))) {
    const shape = new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`)
    if (all.length === 0) wrong.push(`no place for ${route}`)
    for (const { path } of all) if (!shape.test(path.split('?')[0])) wrong.push(`${path} is not of ${route}`)
  }
  return wrong
}

/** Spacing and size are tried where there is least room; Tab where there is most to reach, in one language. */
async function byReader(page, lang, width) {
  if (width === 320) return [...await textSpacing(page), ...await largeText(page)]
  return lang === 'en' ? keyboard(page) : []
}

/** It is the page that was meant, in the language that was chosen. */
async function meant(session, place, lang) {
  const wrong = []
  const path = new URL(session.page.url()).pathname
  if (path !== place.ends) wrong.push(`ends at ${path}`)
  if (session.status !== place.status) wrong.push(`is answered with ${session.status}`)
  const shown = await session.page.getAttribute('html', 'lang')
  if (shown !== lang) wrong.push(`is in ${shown}`)
  return wrong
}

async function looked(session, place, lang, width) {
  await open(session, place)
  const { page } = session
  return [
    ...await meant(session, place, lang), ...await axe(page), ...await layout(page), ...await title(page, words(lang, 'page-error')),
    ...(lang === 'ar' ? await rightToLeft(page) : []), ...await byReader(page, lang, width),
  ]
}

/**
 * One test for each variant: every check on every place of `who`. `places` is asked when the council runs, for a
 * language; `state` is what their browser holds.
 */
export function lookAt(name, who, places, { state, variants, staff = false }) {
  for (const [lang, width] of variants) {
    test(`${name} (${lang}, ${width} px)`, async () => {
      const session = await Session.open(here.browser, here.council, { width, height: 800, lang, storageState: state?.() })
      await session.go(`/language/${lang}?to=/`)
      const all = places(lang)
      const wrong = ofTheirRoutes(all)
      const theirs = Object.values(all).flat().filter((place) => place.who === who)
      assert.ok(theirs.length > 0, `${who} looks at nothing`)
      let ways
      for (const place of theirs) {
        const found = await looked(session, place, lang, width)
        if (!staff) {
          const offered = await help(session.page)
          ways ??= offered
          if (offered.first !== 'app-person' || offered.ways.length !== 4) found.push(`help is not first in the footer: ${JSON.stringify(offered)}`)
          if (JSON.stringify(ways) !== JSON.stringify(offered)) found.push('help differs from the other pages')
        }
        const done = typeof place.then === 'function' ? place.then.name : place.then
        wrong.push(...found.map((one) => `${place.path}${done ? ` (${done})` : ''}: ${one}`))
      }
      wrong.push(...session.faults)
      session.faults = []
      await session.close()
      assert.deepEqual(wrong, [])
    })
  }
}
