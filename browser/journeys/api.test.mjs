// Keys and webhooks: an administrator makes a key, sees it once, uses it and ends it; and has another system told of what happens,
// sees what it took and what it did not, and tells it again.
import assert from 'node:assert/strict'
import { send, somewhere } from '../lib/answers.mjs'
import { sound } from '../lib/checks.mjs'
import { atTheDesk } from '../lib/desk.mjs'
import { Listener, PRIVATE } from '../lib/listener.mjs'
import { report } from '../lib/prepared.mjs'
import { addressOf } from '../lib/session.mjs'
import { council, elsewhere, here, STAFF, trial } from '../lib/trial.mjs'

council(() => ({ settings: PRIVATE }))

/** What a program with this key is answered at this address. */
async function asks(key, path) {
  const answer = await fetch(here.council.url + path, { headers: { authorization: `Bearer ${key}` } })
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() }
}

trial('a key is made, shown once, opens what it is for and nothing else, and ended it opens nothing', STAFF, async (s) => {
  const name = `Rota of ${s.mark}`
  await atTheDesk(s, 'administrator')
  await s.go('/desk/keys')
  await s.see(s.t('api-keys-title'))
  await sound(s)
  await s.fill(s.t('api-keys-name'), name)
  await s.press(s.t('api-keys-make'))
  await s.refused(s.t('api-keys-scopes-empty'))
  assert.equal(await s.field(s.t('api-keys-name')).inputValue(), name)
  await sound(s)
  await s.choose(s.t('api-keys-scope-hooks'), s.t('api-keys-days', { days: 30 }))
  await s.press(s.t('api-keys-make'))
  await s.says(s.t('api-keys-made'), name)
  await sound(s)
  const key = (await s.page.locator('main code').first().innerText()).trim()
  assert.match(key, /^gh_/)
  await s.go('/desk/keys')
  assert.ok(!(await s.page.content()).includes(key), 'it is shown again')
  await s.says(name, s.t('api-keys-unused'))
  // What it is for, and what it is not for.
  assert.equal((await asks(key, '/api/v1/admin/hooks')).status, 200)
  const refused = await asks(key, '/api/v1/desk/cases')
  assert.deepEqual([refused.status, refused.type, refused.body.scope], [403, 'application/problem+json', 'desk.read'])
  await s.go('/desk/keys')
  await s.saysKey('api-keys-used')
  await s.go('/admin/keys')
  await s.says(name)
  await sound(s)
  await s.go('/desk/keys')
  const line = s.page.getByRole('main').getByRole('listitem').filter({ hasText: name })
  await s.enter(line.getByRole('button'))
  assert.match(await line.innerText(), /Ended on/)
  const ended = await asks(key, '/api/v1/admin/hooks')
  assert.deepEqual([ended.status, ended.type], [401, 'application/problem+json'])
})

/** The lines of what a webhook was told, the newest first, asked for until they are as they should be. */
async function told(s, hook, fits) {
  for (let tries = 0; tries < 100; tries += 1) {
    await s.go(hook)
    const heading = s.page.getByRole('heading', { name: s.t('api-desk-hook-told'), exact: true })
    const lines = await heading.locator('xpath=following-sibling::ul[1]/li').allInnerTexts()
    if (fits(lines)) return lines
    await s.page.waitForTimeout(200)
  }
  throw new Error(`it never says so: ${await s.page.getByRole('main').innerText()}`)
}

/** A webhook to this address; what is no address is refused. */
async function hookTo(s, url) {
  await s.go('/admin/hooks')
  await sound(s)
  await s.fill(s.t('api-desk-hooks-name'), `Contractor ${s.mark}`)
  await s.fill(s.t('api-desk-hooks-url'), 'contractor')
  await s.press(s.t('api-desk-hooks-make'))
  await s.refused(s.t('api-desk-hooks-url-scheme'), s.t('api-desk-hooks-kinds-empty'))
  assert.equal(await s.field(s.t('api-desk-hooks-url')).inputValue(), 'contractor')
  await sound(s)
  await s.fill(s.t('api-desk-hooks-url'), url)
  for (const kind of ['case.opened', 'case.withdrawn']) await s.check(s.page.locator(`main input[value="${kind}"]`))
  await s.press(s.t('api-desk-hooks-make'))
  await s.see(`Contractor ${s.mark}`)
  await s.says(url, s.t('api-desk-hook-nothing'))
  await sound(s)
  return addressOf(s)
}

trial('another system is told of a case, what it does not take is told again, and all of it stands on the page', STAFF, async (s) => {
  const listener = await Listener.open()
  const own = await elsewhere(s)
  await atTheDesk(s, 'administrator')
  const hook = await hookTo(s, listener.url)
  const secret = (await s.page.locator('main dd code').last().innerText()).trim()
  // It does not take the first.
  listener.status = 503
  await report(own, somewhere(), own.email(`hook-${s.mark}`))
  const reference = (await send(own)).replaceAll(' ', '')
  const first = await listener.until(1)
  assert.ok(first.signed(secret) && !first.signed(`${secret.slice(0, -8)}AAAAAAA=`), 'signed with the secret of its page')
  assert.deepEqual([first.said.type, first.said.data.reference], ['case.opened', reference])
  assert.ok(!first.body.includes('Tansy') && !first.body.includes('resident.example'), first.body)
  await told(s, hook, ([line]) => line?.includes(s.t('api-desk-hook-state-waiting')) && line.includes('503'))
  await sound(s)
  await s.go('/admin/hooks')
  await s.says(s.t('api-desk-hooks-failing'))
  listener.status = 204
  assert.equal((await listener.until(2)).id, first.id, 'the same is told again')
  const [taken] = await told(s, hook, ([line]) => line?.includes(s.t('api-desk-hook-state-done')))
  // Then the next.
  await own.go(`/cases/${reference}/withdraw`)
  await own.press(own.t('cases-withdraw-button'))
  await own.close()
  const second = await listener.until(3)
  assert.equal(second.said.type, 'case.withdrawn')
  // Told again, both in their order and under their own ids.
  const from = /^\d+/.exec(taken)[0]
  await s.go(hook)
  await s.fill(s.t('api-desk-hook-from'), 'the first')
  await s.press(s.t('api-desk-hook-again'))
  await s.refused(s.t('api-desk-hook-number'))
  await sound(s)
  await s.fill(s.t('api-desk-hook-from'), from)
  await s.press(s.t('api-desk-hook-again'))
  await listener.until(5)
  assert.deepEqual(listener.heard.slice(3).map((one) => one.id), [first.id, second.id])
  // Ended, it is told no more.
  await s.press(s.t('api-desk-hook-end'))
  await s.saysKey('api-keys-ended')
  const another = await elsewhere(s)
  await report(another, somewhere(), another.email(`ended-${s.mark}`))
  await send(another)
  await another.close()
  await s.page.waitForTimeout(1_500)
  assert.equal(listener.heard.length, 5)
  await listener.close()
})
