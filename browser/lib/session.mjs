// One person at one browser: goes to pages, reads headings, fills fields by their labels, presses buttons by their words.
// Anything the browser complains about on the way fails the test: console errors, refused scripts and styles, lost requests.
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import { Keys, Pointer } from './hands.mjs'
import { pattern, serviceWords, words } from './words.mjs'

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** Answers that are part of the site's own conduct: what was typed was wrong, or the page is not there. */
const SPOKEN = new Set([422])

export function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGUMENTS })
}

export const LOCALES = { en: 'en-GB', cy: 'cy-GB', ar: 'ar' }

/** Where somebody is, without the council's own address. */
export const addressOf = (session) => {
  const { pathname, search } = new URL(session.page.url())
  return pathname + search
}

export class Session {
  constructor(council, context, page, { width, script, lang, keys }) {
    Object.assign(this, { council, context, page, width, script, lang })
    this.hand = keys ? new Keys(page) : new Pointer()
    /** Tells one kind of visitor from another, in the addresses they give. */
    this.mark = `${keys ? 'keys-' : ''}${script ? '' : 'plain-'}${lang}-${width}`
    /** The status of the page it shows. */
    this.status = undefined
    this.faults = []
    this.expected = new Set(SPOKEN)
  }

  /** A new visitor. */
  static async open(browser, council, { width = 1280, height = 800, script = true, lang = 'en', keys = false, ...more } = {}) {
    const context = await browser.newContext({
      baseURL: council.url,
      viewport: { width, height },
      javaScriptEnabled: script,
      locale: LOCALES[lang],
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
      ...more,
    })
    context.setDefaultTimeout(8_000)
    const session = new Session(council, context, await context.newPage(), { width, script, lang, keys })
    session.watch(session.page)
    return session
  }

  watch(page) {
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      // The status itself is judged by the response below.
      if (message.text().startsWith('Failed to load resource: the server responded')) return
      this.faults.push(`console: ${message.text()} (${page.url()})`)
    })
    page.on('pageerror', (error) => this.faults.push(`script: ${error.message} (${page.url()})`))
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText
      if (why !== 'net::ERR_ABORTED') this.faults.push(`request: ${request.url()} ${why}`)
    })
    page.on('response', (response) => {
      const navigates = response.request().isNavigationRequest()
      if (navigates) this.status = response.status()
      const fine = navigates && this.expected.has(response.status())
      if (response.status() >= 400 && !fine) this.faults.push(`answer: ${response.status()} ${response.url()}`)
    })
  }

  /** Answers with these statuses are what the test is about. */
  expect(...statuses) {
    for (const status of statuses) this.expected.add(status)
    return this
  }

  async close() {
    await this.context.close()
    assert.deepEqual(this.faults, [], 'the browser complained')
  }

  t(key, values) {
    return words(this.lang, key, values)
  }

  s(service, key) {
    return serviceWords(this.lang, service, key)
  }

  async go(path) {
    await this.page.goto(path, { waitUntil: 'load' })
  }

  /** The page's first heading says this, and its title begins with it (or with the word for an error). */
  async see(heading) {
    const shown = this.page.locator('h1')
    await shown.first().waitFor()
    const text = (await shown.first().innerText()).trim()
    if (heading instanceof RegExp) assert.match(text, heading)
    else assert.equal(text, heading)
    assert.equal(await shown.count(), 1, 'one first-level heading')
  }

  /** The page says these words somewhere. */
  async says(...all) {
    const body = (await this.page.locator('body').innerText()).replace(/[\u2066-\u2069]/g, '')
    for (const some of all) {
      if (some instanceof RegExp) assert.match(body, some)
      else assert.ok(body.includes(some), `"${some}" is not on ${this.page.url()}:\n${body.slice(0, 1_500)}`)
    }
  }

  async saysKey(...keys) {
    await this.says(...keys.map((key) => pattern(this.lang, key)))
  }

  field(label) {
    return this.page.getByRole('main').getByLabel(label, { exact: true })
  }

  /** An email address of this kind of visitor's own. */
  email(name) {
    return `${name}-${this.mark}@resident.example`
  }

  async fill(label, value) {
    await this.type(this.field(label), value)
  }

  async type(field, value) {
    await this.hand.type(field, value)
  }

  /** Chooses a radio button or a checkbox. */
  async check(choice) {
    await this.hand.check(choice)
  }

  /** Presses what changes this very page. */
  async click(target) {
    await this.hand.click(target)
  }


  async fillDate(day, month, year) {
    const main = this.page.getByRole('main')
    const part = (key, value) => this.type(main.getByLabel(this.t(key), { exact: true }), String(value))
    await part('page-date-day', day)
    await part('page-date-month', month)
    await part('page-date-year', year)
  }

  async choose(...labels) {
    for (const label of labels) await this.check(this.field(label))
  }

  async select(label, option) {
    await this.hand.select(this.field(label), option)
  }

  async left(action) {
    // Longer than the action's own patience, so that what the action could not find is what is reported.
    const arrived = this.page.waitForEvent('load', { timeout: 12_000 })
    await Promise.all([arrived, action])
  }

  /** Presses what leads to another page. */
  async enter(target) {
    await this.left(this.click(target))
  }

  async press(button) {
    await this.enter(this.page.getByRole('button', { name: button, exact: true }))
  }

  /** Follows the first link of these words in the page's own part, or anywhere on the page. */
  async follow(link, { everywhere = false } = {}) {
    const where = everywhere ? this.page : this.page.getByRole('main')
    const named = { name: link, exact: typeof link === 'string' }
    // A link that looks like a button says it is one.
    await this.enter(where.getByRole('link', named).or(where.getByRole('button', named)).first())
  }

  async goOn() {
    await this.press(this.t('forms-continue'))
  }

  /** The page is back with errors: title, summary, and each one's words both in the summary and at its field. */
  async refused(...errors) {
    const main = this.page.getByRole('main')
    const said = (await main.locator('.govuk-error-summary').innerText()).trim()
    assert.match(await this.page.title(), new RegExp(`^${this.t('page-error')}: `))
    for (const error of errors) assert.ok(said.includes(error), `"${error}" is not in the summary: ${said}`)
    for (const link of await main.locator('.govuk-error-summary a').all()) {
      const href = await link.getAttribute('href')
      assert.equal(await this.page.locator(href).count(), 1, `${href} of the error summary is on the page`)
    }
  }

  /** The newest message to this address, waited for, as the demo shows it. */
  async message(to, fits = () => true) {
    for (let tries = 0; tries < 40; tries += 1) {
      const answer = await this.context.request.get('/demo/messages', { headers: { 'accept-language': 'en', cookie: '' } })
      const found = messagesOf(await answer.text()).find((message) => message.to === to && fits(message))
      if (found) return found
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`no message to ${to}`)
  }

  /** The newest code sent to this address. `but` is a code already used. */
  async code(to, but) {
    const digits = (message) => /\b\d{6}\b/.exec(message.text)?.[0]
    const message = await this.message(to, (one) => digits(one) && digits(one) !== but)
    return digits(message)
  }

  /** The path of the link in the newest message that has one. */
  async link(to, path) {
    const found = (message) => message.text.split(/\s+/).find((word) => word.includes(path))
    const url = new URL(found(await this.message(to, found)))
    return url.pathname + url.search
  }
}

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&#39;': "'", '&#x27;': "'" }

function plain(html) {
  return html.replace(/<br>/g, '\n').replace(/<[^>]+>/g, '').replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity).trim()
}

function messagesOf(html) {
  return html.split('<article').slice(1).map((article) => ({
    subject: plain(/<h2[^>]*>([\s\S]*?)<\/h2>/.exec(article)?.[1] ?? ''),
    to: plain(/<bdi>([\s\S]*?)<\/bdi>/.exec(article)?.[1] ?? ''),
    text: plain(/<p class="govuk-body app-typed">([\s\S]*?)<\/p>/.exec(article)?.[1] ?? ''),
    lang: /lang="(\w+)"/.exec(article)?.[1],
  }))
}
