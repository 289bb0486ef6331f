// `trial(name, variants, steps)`: one test for each kind of visitor. Each file has one council and one browser of its own.
import { after, before, test } from 'node:test'
import { startCouncil } from './council.mjs'
import { Session, startBrowser } from './session.mjs'

export const PHONE = { width: 320, height: 640, script: false, lang: 'en' }
export const DESK = { width: 1280, height: 900, script: true, lang: 'en' }
export const TWICE = [PHONE, DESK]
export const LANGUAGES = [...TWICE, { ...PHONE, lang: 'ar' }, { ...DESK, lang: 'ar' }, { ...PHONE, lang: 'cy' }]

export const here = {}

async function start() {
  here.council = await startCouncil()
  here.browser = await startBrowser()
}

let started

before(() => (started = start()))

/** What a file needs before its tests, once the council runs: hooks at the top do not wait for each other. */
export function prepare(steps) {
  before(async () => {
    await started
    await steps()
  })
}

after(async () => {
  await here.browser?.close()
  await here.council?.stop()
})

function named(variant) {
  return `${variant.width} px, ${variant.script ? 'with' : 'without'} script, ${variant.lang}`
}

/** A new visitor, beside the one of the trial. */
export function visitor(variant = DESK) {
  return Session.open(here.browser, here.council, variant)
}

export function trial(name, variants, steps) {
  for (const variant of variants) {
    test(`${name} (${named(variant)})`, async () => {
      const session = await visitor(variant)
      try {
        await steps(session)
      } catch (error) {
        const faults = session.faults.length ? `\nthe browser said: ${session.faults.join('\n')}` : ''
        error.message += `\nat ${session.page.url()}${faults}`
        await session.context.close()
        throw error
      }
      await session.close()
    })
  }
}
