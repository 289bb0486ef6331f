// The pictures of the documentation, taken from the demo so that they stay true: `npm run pictures --prefix browser`.
// The same people, services and cases each time; dates move with the day they are taken.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Answers, send } from './lib/answers.mjs'
import { ROOT, startCouncil } from './lib/council.mjs'
import { asResident, atTheDesk, report } from './lib/prepared.mjs'
import { Session, startBrowser } from './lib/session.mjs'

const FOLDER = join(ROOT, 'docs', 'pictures')
const PHONE = { width: 390, height: 800 }
const DESKTOP = { width: 1280, height: 800 }

async function taken(browser, council, name, variant, steps, { whole = false } = {}) {
  const session = await Session.open(browser, council, { ...variant, deviceScaleFactor: 1.5 })
  await steps(session)
  await session.page.evaluate(() => document.fonts.ready)
  await session.page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: whole, animations: 'disabled', caret: 'hide' })
  await session.close()
  console.log(`docs/pictures/${name}.png`)
}

async function toProblem(session) {
  await new Answers(session, 'street-problem').start()
}

const PICTURES = [
  ['start', DESKTOP, (s) => s.go('/')],
  ['start-phone', PHONE, (s) => s.go('/')],
  ['start-arabic', { ...PHONE, lang: 'ar' }, (s) => s.go('/')],
  ['search', PHONE, (s) => s.go('/search?q=bin+not+colected')],
  ['danger-first', PHONE, (s) => s.go('/search?q=smell+of+gas')],
  ['question', PHONE, toProblem],
  ['question-arabic', { ...PHONE, lang: 'ar' }, toProblem],
  ['check-your-answers', DESKTOP, (s) => report(s, '52.2044, 0.1290', 'tansy@resident.example'), { whole: true }],
  ['confirmation', PHONE, async (s) => {
    await report(s, '52.1966, 0.1444', 'tansy@resident.example')
    await send(s)
  }],
  ['account', DESKTOP, async (s) => {
    await asResident(s)
    await s.go('/account')
  }],
  ['desk-list', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/cases?tab=team')
  }],
  ['case', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/cases?tab=team')
    await s.left(s.page.getByRole('main').locator('table a').first().click())
  }, { whole: true }],
  ['knowledge', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/knowledge?q=bin+not+emtied')
  }],
  ['knowledge-answer', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/knowledge/when-will-you-come-back-for-a-missed-bin')
  }],
  ['help-arabic', { ...PHONE, lang: 'ar' }, (s) => s.go('/help/how-do-i-register-a-birth')],
  ['desk-figures', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/figures')
  }],
]

mkdirSync(FOLDER, { recursive: true })
const council = await startCouncil({ households: 5_000 })
const browser = await startBrowser()
try {
  for (const [name, variant, steps, more] of PICTURES) await taken(browser, council, name, variant, steps, more)
} finally {
  await browser.close()
  await council.stop()
}
