// Staff sign on with a provider that others wrote: the button is a form, and the provider is another site, so the browser's own rules
// about forms, cookies and what leads where are tried here.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after } from 'node:test'
import { axe, layout } from '../lib/checks.mjs'
import { freePort, python } from '../lib/python.mjs'
import { addressOf } from '../lib/session.mjs'
import { STAFF, council, here, trial } from '../lib/trial.mjs'

let provider

async function openProvider() {
  const url = `http://localhost:${await freePort()}`
  const child = spawn(python(), ['-m', 'oidc_provider_mock', '--host', 'localhost', '--port', new URL(url).port], { stdio: 'ignore' })
  process.once('exit', () => child.kill())
  for (let tries = 0; tries < 300; tries += 1) {
    const there = await fetch(`${url}/.well-known/openid-configuration`).catch(() => undefined)
    if (there?.ok) return { url, child }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the provider does not answer')
}

council(async () => {
  provider = await openProvider()
  const settings = {
    GUILDHALL_SIGN_ON__ISSUER: provider.url,
    GUILDHALL_SIGN_ON__CLIENT_ID: 'guildhall',
    GUILDHALL_SIGN_ON__CLIENT_SECRET: 'a secret of a test',
    GUILDHALL_SIGN_ON__SECOND_FACTOR_ALWAYS: 'true',
  }
  return { demo: false, settings }
})
after(() => provider?.child.kill())

/** Somebody with an account at the provider, who works here if `works`. */
async function person(s, name, works) {
  const email = `${name}-${s.mark}@eastmere.example`
  if (works) here.council.run('staff', 'add', '--name', 'Olu Officer', '--email', email, '--role', 'officer')
  const known = { email, email_verified: true }
  const put = await fetch(`${provider.url}/users/${name}-${s.mark}`, {
    method: 'PUT', body: JSON.stringify(known), headers: { 'Content-Type': 'application/json' },
  })
  assert.equal(put.status, 204)
  return `${name}-${s.mark}`
}

/** Presses the button and answers the provider's page: as somebody, or with a no. */
async function signOn(s, sub) {
  // What the provider's page wants from elsewhere is not there.
  await s.context.route((url) => ![provider.url, here.council.url].includes(url.origin), (route) => route.fulfill({ body: '' }))
  await s.page.getByRole('button', { name: s.t('workforce-council'), exact: true }).click()
  await s.page.waitForURL(`${provider.url}/**`)
  if (sub) await s.page.getByPlaceholder('sub').fill(sub)
  await s.left(s.page.getByRole('button', { name: sub ? 'Authorize' : 'Deny', exact: true }).click())
}

trial('an officer signs on with their council account and goes where they wanted', STAFF, async (s) => {
  const sub = await person(s, 'olu', true)
  await s.go('/desk/account')
  await s.see(s.t('workforce-sign-in'))
  assert.deepEqual(await layout(s.page), [])
  if (s.script) assert.deepEqual(await axe(s.page), [])
  await signOn(s, sub)
  assert.equal(addressOf(s), '/desk/account')
  await s.see(s.t('workforce-account'))
  await s.says('Olu Officer', s.t('workforce-council-own'))
})

trial('who does not work here, and who says no, is told so at the door', STAFF, async (s) => {
  const sub = await person(s, 'eve', false)
  await s.go('/desk/sign-in')
  await signOn(s, sub)
  await s.says(s.t('workforce-council-stranger'))
  await signOn(s)
  await s.says(s.t('workforce-council-cancelled'))
  assert.deepEqual(await layout(s.page), [])
  if (s.script) assert.deepEqual(await axe(s.page), [])
})
