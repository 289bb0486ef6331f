// Looks at a list of pages, one browser context for each language and width, one page used again and again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axe, help, keyboard, largeText, layout, rightToLeft, textSpacing, title } from './checks.mjs'
import { Session } from './session.mjs'
import { here } from './trial.mjs'
import { words } from './words.mjs'

export const VARIANTS = [['en', 1280], ['en', 320], ['ar', 1280], ['ar', 320]]

/** Opens a place: an address, or an address and what is done there ("submit": the form is sent as it stands). */
export async function open(session, place) {
  const [path, then] = Array.isArray(place) ? place : [place]
  await session.go(path)
  if (then === 'submit') await session.left(session.page.locator('main form:not([role=search]) button:not([type=button])').first().click())
  else if (then) await then(session)
}

export function nameOf(place) {
  return Array.isArray(place) ? `${place[0]} (${typeof place[1] === 'string' ? place[1] : place[2]})` : place
}

/** Spacing and size are tried where there is least room; Tab where there is most to reach, in one language. */
async function byReader(page, lang, width) {
  if (width === 320) return [...await textSpacing(page), ...await largeText(page)]
  return lang === 'en' ? keyboard(page) : []
}

/** One test for each variant: every check on every place. `places` is asked when the council runs. */
export function lookAt(name, places, { state, variants = VARIANTS, staff = false } = {}) {
  for (const [lang, width] of variants) {
    test(`${name} (${lang}, ${width} px)`, async () => {
      const session = await Session.open(here.browser, here.council, { width, height: 800, lang, storageState: state?.() })
      session.expect(400, 401, 403, 404, 405)
      await session.go(`/language/${lang}?to=/`)
      const wrong = []
      let ways
      for (const place of places()) {
        await open(session, place)
        const page = session.page
        const found = [
          ...await axe(page), ...await layout(page), ...await title(page, words(await page.getAttribute('html', 'lang'), 'page-error')),
          ...(lang === 'ar' && (await page.evaluate(() => document.documentElement.dir)) === 'rtl' ? await rightToLeft(page) : []),
          ...await byReader(page, lang, width),
        ]
        if (!staff) {
          const offered = await help(page)
          ways ??= offered
          if (offered.first !== 'app-person' || offered.ways.length !== 4) found.push(`help is not first in the footer: ${JSON.stringify(offered)}`)
          if (JSON.stringify(ways) !== JSON.stringify(offered)) found.push('help differs from the other pages')
        }
        const at = nameOf(place)
        wrong.push(...found.map((one) => `${at}: ${one}`))
      }
      wrong.push(...session.faults)
      session.faults = []
      await session.close()
      assert.deepEqual(wrong, [])
    })
  }
}
