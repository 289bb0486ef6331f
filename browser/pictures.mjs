// The pictures of the documentation, taken from the demo so that they stay true: `npm run pictures --prefix browser`,
// or some by name: `node browser/pictures.mjs mail linking`.
// The same people, services and cases each time; dates move with the day they are taken.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Answers, send } from './lib/answers.mjs'
import { carryOut, ROOT, startCouncil } from './lib/council.mjs'
import { atTheDesk, becomes, findRecord, letIn, openRecord } from './lib/desk.mjs'
import { Listener, PRIVATE } from './lib/listener.mjs'
import { asResident, report, withHandedOver, withHook } from './lib/prepared.mjs'
import { Session, startBrowser } from './lib/session.mjs'

const FOLDER = join(ROOT, 'docs', 'pictures')
const MARIGOLD = 'Marigold Sampleton'
const PHONE = { width: 390, height: 800 }
const DESKTOP = { width: 1280, height: 800 }

async function taken(browser, council, name, variant, steps, { whole = false, at } = {}) {
  const session = await Session.open(browser, council, { ...variant, deviceScaleFactor: 1.5 })
  await steps(session)
  await session.page.evaluate(() => document.fonts.ready)
  // What matters of a long page is in the middle of the screen.
  if (at) await session.page.locator(at).first().evaluate((one) => one.scrollIntoView({ block: 'center' }))
  await session.page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: whole, animations: 'disabled', caret: 'hide' })
  await session.close()
  console.log(`docs/pictures/${name}.png`)
}

async function toProblem(session) {
  await new Answers(session, 'street-problem').start()
}

/** A photograph as a telephone takes it: a road with a hole in it, drawn in the browser. */
async function photo(session, { dark = 40 } = {}) {
  const url = await session.page.evaluate((dark) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 })
    const on = canvas.getContext('2d')
    const road = on.createLinearGradient(0, 0, 0, 900)
    road.addColorStop(0, '#9a9a96')
    road.addColorStop(1, '#5f5f5c')
    on.fillStyle = road
    on.fillRect(0, 0, 1200, 900)
    for (let n = 0; n < 6_000; n += 1) {
      on.fillStyle = `rgba(${(n * 37) % 90}, ${(n * 37) % 90}, ${(n * 37) % 90}, .25)`
      on.fillRect((n * 7_919) % 1200, (n * 104_729) % 900, 3, 2)
    }
    on.fillStyle = '#e8e6df'
    on.fillRect(90, 0, 36, 900)
    on.fillStyle = `rgb(${dark}, ${dark}, ${dark - 4})`
    on.beginPath()
    on.ellipse(660, 520, 300, 150, -.15, 0, 7)
    on.fill()
    return canvas.toDataURL('image/jpeg', .8)
  }, dark)
  return Buffer.from(url.split(',')[1], 'base64')
}

/** Photographs of a street problem, added and seen. */
async function withPhotos(s) {
  const a = new Answers(s, 'street-problem')
  await a.start()
  await a.pick('kind', 'graffiti')
  await s.goOn()
  await a.say('hurt_now', false)
  await s.goOn()
  await a.position('place', '52.1911, 0.1302')
  await s.goOn()
  await a.say('offensive', false)
  await a.pick('graffiti_on', 'council')
  await s.goOn()
  const files = []
  for (const [name, dark] of [['IMG_2041.jpg', 40], ['IMG_2042.jpg', 70]]) files.push({ name, mimeType: 'image/jpeg', buffer: await photo(s, { dark }) })
  await s.field(s.t('services-optional', { label: a.label('photos') })).setInputFiles(files)
  await s.press(s.t('forms-files-add'))
}

/** Another system sends a report and somebody looks at it at the desk. */
async function fromAnotherSystem(s) {
  const key = s.council.run('key', 'add', 'fixmystreet', '--scope', 'open311').match(/gh_\S+/)[0]
  const form = {
    api_key: key, service_code: 'street-problem', lat: '52.1966', long: '0.1302', 'attribute[kind]': 'pothole', 'attribute[hole_depth]': 'fist',
    address_string: '21 Mill Road', email: 'tansy@resident.example', description: 'As deep as a bucket, and cars swerve into the other lane.',
    'attribute[fixmystreet_id]': '4711',
  }
  const sent = await (await s.context.request.post('/open311/v2/requests.json', { form })).json()
  await atTheDesk(s, 'officer')
  await s.go(`/desk/cases/${sent[0].service_request_id}`)
}

/** What a terminal shows of these commands and what they said. */
async function terminal(s, said) {
  const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const lines = said.map(([typed, answer]) => `<b>$ ${escaped(typed)}</b>\n${escaped(answer.trim())}`)
  const style = 'margin:0;padding:24px;background:#10181c;color:#e8ecee;font:16px/1.5 "DejaVu Sans Mono",monospace;white-space:pre-wrap'
  await s.page.setContent(`<body style="margin:0"><pre style="${style}">${lines.join('\n\n')}</pre>`)
}

/** A backup beside the server that runs, restored elsewhere and looked through. */
async function backup(s) {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-pictures-'))
  const [file, again] = [join(folder, 'eastmere.backup'), join(folder, 'again')]
  const kept = s.council.run('backup', file)
  const restored = carryOut(again, ['restore', file])
  const whole = carryOut(again, ['verify'])
  rmSync(folder, { recursive: true, force: true })
  const shown = (text) => text.replaceAll(file, '/backup/eastmere.backup').replaceAll(again, '/srv/again').replaceAll(s.council.data, '/srv/guildhall')
  await terminal(s, [
    ['guildhall --data /srv/guildhall backup /backup/eastmere.backup', shown(kept)],
    ['guildhall --data /srv/again restore /backup/eastmere.backup', shown(restored)],
    ['guildhall --data /srv/again verify', shown(whole)],
  ])
}

/** A webhook that took two cases, and does not answer of the third. */
async function withDeliveries(s) {
  const listener = await Listener.open()
  await atTheDesk(s, 'administrator')
  const hook = await withHook(s, listener.url)
  for (const [place, status] of [['52.1966, 0.1444', 204], ['52.1933, 0.1377', 204], ['52.1844, 0.1450', 503]]) {
    const before = listener.heard.length
    listener.status = status
    await report(s, place, 'tansy@resident.example')
    await send(s)
    await listener.until(before + 1)
  }
  // What it answered is written down a moment after it did.
  await s.page.waitForTimeout(1_000)
  await s.go(hook)
  await listener.close()
}

/** Some are called at the town hall, one of them to a room. */
async function withCalls(s) {
  for (const [role, desk] of [['officer', '3'], ['leader', 'Room 1'], ['member', '1']]) {
    await becomes(s, role)
    await s.go('/desk/counter')
    if (await s.page.locator('#desk').count()) {
      await s.page.selectOption('#desk', `town-hall:${desk}`)
      await s.press(s.t('queue-desk-open'))
    }
    const next = s.page.getByRole('button', { name: s.t('queue-desk-next'), exact: true })
    if (await next.count()) await s.enter(next)
    if (role === 'officer') await s.press(s.t('queue-desk-no-show'))
  }
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
  ['messages', DESKTOP, async (s) => {
    await s.go('/sign-up')
    await s.fill(s.t('residents-address'), '07700 900123')
    await s.press(s.t('residents-send-code'))
    await s.go('/demo/messages')
  }],
  ['needs', DESKTOP, async (s) => {
    await asResident(s)
    await s.go('/account/details/needs')
  }],
  ['api-keys', DESKTOP, async (s) => {
    await asResident(s)
    await s.go('/account/keys')
  }],
  ['webhook', DESKTOP, withDeliveries, { at: 'h2:has-text("What it was told")' }],
  ['connector', DESKTOP, async (s) => {
    await withHandedOver(s)
    await s.press(s.t('cases-hand-over-ahead-button', { name: 'Kerbside Works' }))
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
  ['find', DESKTOP, async (s) => {
    await atTheDesk(s, 'officer')
    await s.go('/desk/find?q=sampelton+marigld')
  }],
  ['people', DESKTOP, async (s) => {
    await atTheDesk(s, 'officer')
    await letIn(s, await findRecord(s, 'marigold@resident.example'), MARIGOLD)
  }],
  ['for-me', DESKTOP, async (s) => {
    await atTheDesk(s, 'officer')
    await letIn(s, await findRecord(s, 'marigold@resident.example'), MARIGOLD)
    await s.follow(s.t('forms-for-title'))
    await s.select(s.t('forms-for-service'), s.s('missed-bin', 'title'))
    await s.choose(s.t('forms-for-how-here'))
    await s.page.locator('main').evaluate((main) => main.querySelector(':focus')?.blur())
  }],
  ['data-protection', DESKTOP, async (s) => {
    await atTheDesk(s, 'administrator')
    await s.go('/admin/people?q=marigold%40resident.example')
    await s.follow(MARIGOLD)
    await s.follow(s.t('server-erase-title'))
  }],
  ['appointments', PHONE, async (s) => {
    await s.go('/appointments/register-a-birth?need=step-free&speaks=pl')
  }, { at: '.app-times' }],
  ['linking', DESKTOP, async (s) => {
    await atTheDesk(s, 'officer')
    await s.go('/desk/linking')
    await s.enter(s.page.getByRole('main').locator('table a', { hasText: 'Cicely' }).first())
  }, { whole: true }],
  ['linking-proof', DESKTOP, async (s) => {
    await atTheDesk(s, 'officer')
    await s.go('/desk/linking?of=joined')
    await s.enter(s.page.getByRole('main').locator('table a', { hasText: 'Teasel' }).first())
    await s.press(s.t('residents-desk-linking-proof-send', { way: 't…@re…' }))
  }, { at: 'form[action$="/prove"]' }],
  ['linking-own', PHONE, async (s) => {
    await s.go('/sign-in')
    await s.fill(s.t('residents-address'), 'quiet.heron@mail.example')
    await s.press(s.t('residents-send-code'))
    await s.fill(s.t('residents-code-label'), await s.code('quiet.heron@mail.example'))
    await s.press(s.t('residents-continue'))
    await s.go('/account/details/joined')
    await s.press(s.t('residents-joined-send'))
  }, { at: 'main section form' }],
  ['contact', DESKTOP, async (s) => {
    await atTheDesk(s, 'officer')
    await openRecord(s, 'marigold@resident.example', 'She rang about her bin')
    await s.press(s.t('contact-with'))
    await s.select(s.t('contact-service'), s.s('missed-bin', 'title'))
    await s.fill(s.t('contact-words'), 'Her brown bin was left full on Tuesday')
    await s.page.locator('main').evaluate((main) => main.querySelector(':focus')?.blur())
  }],
  ['files', PHONE, withPhotos, { at: '.app-file' }],
  ['open311', DESKTOP, fromAnotherSystem],
  ['backup', { width: 1000, height: 100 }, backup, { whole: true }],
  ['mail', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/mail')
  }],
  ['knowledge', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/knowledge?q=bin+not+emtied')
  }],
  ['knowledge-answer', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/knowledge/when-will-you-come-back-for-a-missed-bin')
  }],
  ['help-arabic', { ...PHONE, lang: 'ar' }, (s) => s.go('/help/how-do-i-register-a-birth')],
  ['queue-rule', DESKTOP, (s) => s.go('/open/queue/town-hall')],
  ['queue-board', { width: 1280, height: 720 }, async (s) => {
    await withCalls(s)
    await s.go('/board/town-hall')
  }],
  ['queue-counter', DESKTOP, async (s) => {
    await withCalls(s)
    await s.go('/desk/counter')
  }],
  ['queue-floor', PHONE, async (s) => {
    await atTheDesk(s, 'officer')
    await s.go('/floor/town-hall')
    await s.choose('Housing and homelessness', 'Cannot wait long')
    await s.fill(s.t('queue-staff-floor-initials'), 'AE')
  }, { whole: true }],
  ['desk-figures', DESKTOP, async (s) => {
    await atTheDesk(s, 'leader')
    await s.go('/desk/figures')
  }],
]

mkdirSync(FOLDER, { recursive: true })
const council = await startCouncil({ households: 5_000, settings: PRIVATE })
const browser = await startBrowser()
try {
  // All of them, or those that are named.
  const named = process.argv.slice(2)
  for (const [name, variant, steps, more] of PICTURES.filter(([name]) => named.length === 0 || named.includes(name))) await taken(browser, council, name, variant, steps, more)
} finally {
  await browser.close()
  await council.stop()
}
