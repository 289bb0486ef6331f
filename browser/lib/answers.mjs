// Answering a service's questions by their words, as they stand in its definition.
import { serviceWords, serviceWordsIfAny, words } from './words.mjs'

/** The answers of one service, typed by the person of a session. */
export class Answers {
  constructor(session, service) {
    Object.assign(this, { session, service })
  }

  label(question) {
    return serviceWords(this.session.lang, this.service, `question-${question}`)
  }

  /** As the page writes it: a question that may be left empty says so. */
  #named(question, optional) {
    const label = this.label(question)
    return optional ? words(this.session.lang, 'services-optional', { label }) : label
  }

  #group(question, optional = false) {
    return this.session.page.getByRole('main').getByRole('group', { name: this.#named(question, optional), exact: true })
  }

  async pick(question, ...options) {
    for (const option of options) {
      const label = serviceWords(this.session.lang, this.service, `option-${question}-${option}`)
      await this.session.check(this.#group(question).getByLabel(label, { exact: true }))
    }
  }

  async pickOptional(question, ...options) {
    for (const option of options) {
      const label = serviceWords(this.session.lang, this.service, `option-${question}-${option}`)
      await this.session.check(this.#group(question, true).getByLabel(label, { exact: true }))
    }
  }

  /** Yes or no, in the question's own words where it has some: Welsh answers with the verb. */
  async say(question, yes) {
    const own = serviceWordsIfAny(this.session.lang, this.service, `question-${question}-${yes ? 'yes' : 'no'}`)
    const label = own ?? this.session.t(yes ? 'page-yes' : 'page-no')
    await this.session.check(this.#group(question).getByLabel(label, { exact: true }))
  }

  async write(question, text, { optional = false } = {}) {
    await this.session.fill(this.#named(question, optional), text)
  }

  async day(question, [day, month, year], { optional = false } = {}) {
    const part = (key, value) => this.session.type(this.#group(question, optional).getByLabel(this.session.t(key), { exact: true }), String(value))
    await part('page-date-day', day)
    await part('page-date-month', month)
    await part('page-date-year', year)
  }

  async address(question, { line1, town, postcode }) {
    const part = (key, value) => this.session.type(this.#group(question).getByLabel(this.session.t(key), { exact: true }), value)
    await part('services-address-line1', line1)
    if (town) await part('services-address-town', town)
    await part('services-address-postcode', postcode)
  }

  async street(question, street, postcode) {
    const part = (key, value) => this.session.type(this.#group(question).getByLabel(this.session.t(key), { exact: true }), value)
    await part('services-place-street', street)
    if (postcode) await part('services-place-postcode', postcode)
  }

  /** A position, behind a summary to open. */
  async position(question, position) {
    const details = this.#group(question).locator('details')
    if ((await details.getAttribute('open')) === null) await this.session.click(details.locator('summary'))
    await this.session.type(details.getByLabel(this.session.t('services-place-point'), { exact: true }), position)
  }

  /** From the service's own page to the first question. */
  async start() {
    const s = this.session
    await s.go(`/services/${this.service}`)
    await s.see(s.s(this.service, 'title'))
    await s.press(s.t('services-start-button'))
  }
}

/** From the list of tasks to one of its parts; where there is no list, the journey goes on by itself. */
export async function part(session, name) {
  if ((await session.page.locator('.govuk-task-list').count()) > 0) await session.follow(name)
}

let spots = 0

/** A place inside the council that nobody else of this file has reported, away from any trunk road. */
export function somewhere() {
  spots += 1
  return `${(52.185 + (spots % 20) * 0.001).toFixed(4)}, ${(0.12 + Math.floor(spots / 20) * 0.003).toFixed(4)}`
}

/** Days from today, as a person types them. */
export function dayFromToday(days) {
  const day = new Date(Date.now() + days * 86_400_000)
  return [day.getDate(), day.getMonth() + 1, day.getFullYear()]
}

/** "How we can reach you": the way by its code and what it needs. */
export async function reach(session, way, address, name) {
  const t = (key) => session.t(key)
  await session.see(t('forms-contact'))
  if (name) await session.type(session.page.getByRole('main').getByLabel(new RegExp(`^${t('forms-contact-name')}`)), name)
  await session.choose(t(`forms-contact-way-${way}`))
  const labels = { email: 'forms-contact-email', text: 'forms-contact-mobile', call: 'forms-contact-phone' }
  if (labels[way]) await session.fill(t(labels[way]), address)
  await session.goOn()
}

/** A reference as it is read out. */
export function grouped(reference) {
  return reference.replace(/^(...)(...)(...)$/, '$1 $2 $3')
}

/** Check your answers, sends them, and hands back the reference of the confirmation. */
export async function send(session) {
  await session.see(session.t('forms-check'))
  await session.press(session.t('forms-check-send'))
  await session.see(session.t('cases-received-title'))
  return (await session.page.locator('.app-reference--large').innerText()).replace(/[^0-9A-Z ]/g, '').trim()
}
