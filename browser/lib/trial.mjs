// `trial(name, variants, steps)`: one test for each kind of visitor. Each file has one council and one browser of its own.
import { after, before, test } from 'node:test'
import { startCouncil } from './council.mjs'
import { Session, startBrowser } from './session.mjs'

export const PHONE = { width: 320, height: 640, script: false, lang: 'en' }
export const DESK = { width: 1280, height: 900, script: true, lang: 'en' }
/** By the keyboard alone. */
export const KEYS = { ...DESK, keys: true }
/** On a phone, from right to left. */
const ARABIC = { ...PHONE, script: true, lang: 'ar' }
/** Each journey: without script, with script, on a phone and on a desktop, from right to left, by keyboard alone. */
export const RESIDENT = [PHONE, ARABIC, KEYS]
/** The journeys most people make: on a desktop with a pointer too, and in every language on both. */
export const LANGUAGES = [...RESIDENT, DESK, { ...DESK, lang: 'ar' }, { ...ARABIC, lang: 'cy' }]
/** What staff do: the desk is in English. */
export const STAFF = [PHONE, DESK, KEYS]
export const TWICE = [PHONE, DESK]

export const here = {}

let wanted = () => ({})

/** Says what council the file needs, where the demo is not it. */
export function council(options) {
  wanted = options
}

async function start() {
  // The file has not said yet what it needs.
  await new Promise(setImmediate)
  here.council = await startCouncil(await wanted())
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
  return `${variant.width} px, ${variant.script ? 'with' : 'without'} script, ${variant.lang}${variant.keys ? ', by keyboard alone' : ''}`
}

/** A new visitor, beside the one of the trial. */
export function visitor(variant = DESK) {
  return Session.open(here.browser, here.council, variant)
}

/** The same person at another device, in the same language. */
export function elsewhere(session) {
  return visitor({ ...(session.width === PHONE.width ? DESK : PHONE), lang: session.lang })
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
