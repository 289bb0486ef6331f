// The floor without signal. Whoever is added is kept on the phone first, under the key it is sent with, and sent in order; sent twice
// it is one ticket. Kept are a key, codes, initials and the moment of the first touch: no name, and nothing anybody wrote.

interface Added {
  key: string
  business: string
  need: string
  initials: string
  lang: string
  /** What they hold until there is a number: "A-7K". */
  mark: string
  /** The first touch, in milliseconds by this phone. */
  touched: number
  /** They were given the mark. */
  late: boolean
  /** Why the server did not take it; it stays until somebody has dealt with it. */
  why: string
}

/** What became of sending one: where its ticket is, words that refuse it, or a reason to try later. */
type Became = { ticket: string; number: string } | { why: string } | { later: 'away' | 'signed-out' }

/** Letters and digits nobody takes for each other, read out or written. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const PATIENCE = 8000
const AGAIN = 4000
/** Whoever touched the form so long ago turned to somebody else since. */
const FORGOTTEN = 300_000

class Floor {
  private readonly kept = `floor ${location.pathname}`
  private list: Added[] = []
  private touched = 0
  private last = 0
  private again: Added | undefined
  private sending = false
  private adding = false
  private drawn = ''

  constructor(private readonly form: HTMLFormElement, private readonly box: HTMLElement) {
    this.list = this.read()
  }

  begin(): void {
    const door = this.field('came')
    if (door) this.touch(Math.min(Number(door) / 1000, Date.now()))
    for (const kind of ['pointerdown', 'input', 'keydown']) this.form.addEventListener(kind, () => this.touch())
    document.getElementById('door')?.addEventListener('click', (event) => this.door(event))
    this.form.addEventListener('submit', (event) => void this.add(event))
    document.addEventListener('click', (event) => this.stay(event), true)
    for (const kind of ['online', 'pageshow']) window.addEventListener(kind, () => void this.send())
    window.addEventListener('beforeunload', (event) => navigator.onLine || event.preventDefault())
    window.setInterval(() => void this.send(), AGAIN)
    this.draw()
    void this.send()
  }

  private field(name: string): string {
    return String(new FormData(this.form).get(name) ?? '')
  }

  /** The clock of their wait starts with the first touch, or with the press at the door. */
  private touch(at = 0): void {
    const now = Date.now()
    if (at || !this.touched || (now - this.last > FORGOTTEN && !this.field('came'))) this.touched = at || now
    this.last = now
  }

  private door(event: Event): void {
    event.preventDefault()
    event.stopPropagation()
    this.touched = this.last = Date.now()
    this.say('door', timeOf(this.touched))
  }

  /** A page that cannot come is not asked for: this one would be gone. */
  private stay(event: Event): void {
    const link = (event.target as Element).closest('a[href]')
    if (navigator.onLine || !link || link.id === 'door' || link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    event.stopPropagation()
    this.say('stay')
  }

  private async add(event: Event): Promise<void> {
    const business = this.field('business')
    // What is missing is said by the server's own page.
    if (!business && navigator.onLine) return this.count()
    event.preventDefault()
    if (this.adding) return
    if (!business) return this.say('choose')
    this.adding = true
    const one: Added = {
      key: this.again?.key ?? newKey(),
      business,
      need: this.field('need'),
      initials: this.field('initials').slice(0, 5),
      lang: this.field('lang'),
      mark: this.again?.mark || this.mark(business),
      touched: this.again?.touched ?? (this.touched || Date.now()),
      late: this.again?.late ?? false,
      why: '',
    }
    const fresh = !this.again
    this.again = undefined
    if (new Date(one.touched).toDateString() !== new Date().toDateString()) one.touched = Date.now()
    this.list = [...this.list.filter((other) => other.key !== one.key), one]
    this.write()
    await this.send(one, fresh)
    this.adding = false
  }

  /** How long ago they were first touched, as the server counts it: the clock of a phone may be wrong. */
  private count(): void {
    const ago = document.createElement('input')
    ago.type = 'hidden'
    ago.name = 'ago'
    ago.value = String(agoOf(this.touched || Date.now()))
    this.form.append(ago)
  }

  /** Sends what waits, in order; `now` is who stands before us. */
  private async send(now?: Added, fresh = false): Promise<void> {
    const due = this.list.filter((one) => !one.why)
    if (this.sending) return now ? this.keep(now) : undefined
    if (!due.length) return
    this.sending = true
    try {
      for (const one of due) {
        const became = navigator.onLine ? await this.post(one) : { later: 'away' as const }
        if ('ticket' in became) {
          this.drop(one)
          if (one === now && !one.late) return location.assign(became.ticket)
          this.say('sent', one.mark, became.number)
          if (one === now) this.empty()
        } else if ('why' in became) {
          // Whoever stands there is asked again on the server's page, with what was chosen.
          if (one === now && fresh) return this.hand(one)
          one.why = became.why
          one.late = true
          if (one === now) this.empty()
        } else {
          if (became.later === 'signed-out') this.say('signed-out')
          if (now) this.keep(now)
          break
        }
      }
    } finally {
      this.sending = false
      this.write()
    }
  }

  private hand(one: Added): void {
    this.drop(one)
    this.write()
    const key = this.form.elements.namedItem('key')
    if (key instanceof HTMLInputElement) key.value = one.key
    this.touched = one.touched
    this.count()
    this.form.submit()
  }

  /** They get a mark instead of a number, and the form is there for the next. */
  private keep(one: Added): void {
    if (!one.late) this.say('mark', one.mark)
    one.late = true
    this.write()
    this.empty()
  }

  private empty(): void {
    this.form.reset()
    const came = this.form.elements.namedItem('came')
    if (came instanceof HTMLInputElement) came.value = ''
    document.querySelector('#came p')?.remove()
    this.touched = 0
  }

  private async post(one: Added): Promise<Became> {
    const fields = { key: one.key, business: one.business, need: one.need, initials: one.initials, lang: one.lang, mark: one.late ? one.mark : '', ago: String(agoOf(one.touched)) }
    const stop = new AbortController()
    const clock = window.setTimeout(() => stop.abort(), PATIENCE)
    try {
      const answer = await fetch(this.form.action, { method: 'POST', body: new URLSearchParams(fields), signal: stop.signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const number = page.querySelector('#number bdi')?.textContent ?? ''
      if (answer.ok && number) return { ticket: answer.url, number }
      if (answer.status === 401 || answer.redirected) return { later: 'signed-out' }
      const said = page.querySelector('.govuk-error-summary__list')?.textContent?.trim()
      if (answer.status === 422 && said) return { why: said }
      return [400, 403, 404].includes(answer.status) ? { why: this.words('refused') } : { later: 'away' }
    } catch {
      return { later: 'away' }
    } finally {
      window.clearTimeout(clock)
    }
  }

  private drop(one: Added): void {
    this.list = this.list.filter((other) => other.key !== one.key)
  }

  /** "A-7K": the letter of their tickets, and two signs nobody else here holds. */
  private mark(business: string): string {
    const letters = (this.form.dataset.letters ?? '').split(' ')
    const letter = letters[letters.indexOf(business) + 1] ?? 'X'
    for (;;) {
      const [one = 0, two = 0] = crypto.getRandomValues(new Uint32Array(2))
      const mark = `${letter}-${SIGNS[one % SIGNS.length]}${SIGNS[two % SIGNS.length]}`
      if (!this.list.some((other) => other.mark === mark)) return mark
    }
  }

  private read(): Added[] {
    try {
      return JSON.parse(localStorage.getItem(this.kept) ?? '[]') as Added[]
    } catch {
      return []
    }
  }

  private write(): void {
    try {
      if (this.list.length) localStorage.setItem(this.kept, JSON.stringify(this.list))
      else localStorage.removeItem(this.kept)
    } catch {
      // Nothing can be kept here: the list stands as long as the page does.
    }
    this.draw()
  }

  private words(name: string): string {
    return this.box.querySelector(`[data-words="${name}"]`)?.textContent ?? ''
  }

  private say(name: string, mark = '', number = ''): void {
    const said = document.getElementById('floor-said')
    if (!said) return
    said.hidden = false
    said.textContent = this.words(name).replace('MARK', mark).replace('NUMBER', number)
  }

  private draw(): void {
    const shown = this.list.filter((one) => one.late)
    const now = JSON.stringify(shown)
    // What stands as it stood keeps its buttons, and the focus on them.
    if (now === this.drawn) return
    this.drawn = now
    const list = this.box.querySelector('ul')
    const pattern = this.box.querySelector('template')
    this.box.hidden = shown.length === 0
    if (list && pattern) list.replaceChildren(...shown.map((one) => this.line(one, pattern)))
  }

  private line(one: Added, pattern: HTMLTemplateElement): Node {
    const line = pattern.content.cloneNode(true) as DocumentFragment
    const what = this.form.querySelector(`input[name="business"][value="${one.business}"]`)?.closest('.govuk-radios__item')
    const fill = (of: string, words: string): void => {
      const part = line.querySelector(`[data-of="${of}"]`)
      if (part) part.textContent = words
    }
    fill('mark', one.mark)
    fill('what', what?.textContent?.trim() ?? one.business)
    fill('since', timeOf(one.touched))
    fill('who', one.initials)
    fill('why', one.why)
    for (const button of line.querySelectorAll('button')) {
      button.hidden = !one.why
      const does = button.dataset.does === 'again' ? () => this.fill(one) : () => { this.drop(one); this.write() }
      button.addEventListener('click', does)
    }
    return line
  }

  /** Puts it into the form again; it stays in the list until it is sent. */
  private fill(one: Added): void {
    this.again = one
    this.form.reset()
    for (const field of this.form.elements) {
      if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === (field.name === 'business' ? one.business : one.need)
      if (field instanceof HTMLInputElement && field.name === 'initials') field.value = one.initials
      if (field instanceof HTMLSelectElement) field.value = one.lang
    }
    this.form.querySelector<HTMLInputElement>('input[type="radio"]')?.focus()
  }
}

function agoOf(touched: number): number {
  return Math.max(0, Math.round((Date.now() - touched) / 1000))
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const form = document.querySelector<HTMLFormElement>('#greet')
const box = document.querySelector<HTMLElement>('#unsent')
if (form && box) new Floor(form, box).begin()
