// A part of a page marked data-live="/live/…" is kept as it is now: the server says when something has changed, and the part is
// fetched again; one marked data-live-every="30" after so many seconds too. Whoever hears nothing for some seconds is told that, and what stood there last stays.

/** The server says something every two seconds. */
const SILENCE = 4000
const LOOKS = 250
const AGAIN = 2000

/** Keeps the part live, where the page has one; `swapped` runs each time it was put in. */
export function keepLive(swapped: (part: HTMLElement) => void = () => undefined): void {
  const part = document.querySelector<HTMLElement>('[data-live]')
  if (part && 'EventSource' in window) new Watch(part, swapped).begin()
}

class Watch {
  private source: EventSource | undefined
  private clock: number | undefined
  private heard = 0
  private opened = 0
  private fetched = performance.now()
  private version = 0
  private calls: string | undefined
  private due = false
  private busy = false

  constructor(private readonly part: HTMLElement, private readonly swapped: (part: HTMLElement) => void) {}

  begin(): void {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.close() : this.open()))
    window.addEventListener('pagehide', () => this.close())
    window.addEventListener('pageshow', (event) => event.persisted && this.open())
    if (!document.hidden) this.open()
  }

  private open(): void {
    this.close()
    this.heard = performance.now()
    this.clock = window.setInterval(() => this.look(), LOOKS)
    this.connect()
  }

  private connect(): void {
    this.source?.close()
    this.opened = performance.now()
    // What happened while nobody listened is not known.
    this.calls = undefined
    this.source = new EventSource(this.part.dataset.live ?? '')
    this.source.addEventListener('change', (event) => this.changed(String(event.data)))
    this.source.addEventListener('beat', () => this.hear())
  }

  private close(): void {
    this.source?.close()
    this.source = undefined
    window.clearInterval(this.clock)
  }

  private changed(data: string): void {
    const { version, calls } = JSON.parse(data) as { version: number; calls: unknown }
    const now = JSON.stringify(calls)
    this.version = version
    this.due ||= this.part.dataset.liveOf !== 'calls' || now !== this.calls
    this.calls = now
    this.hear()
  }

  private hear(): void {
    this.heard = performance.now()
    if (this.due) void this.fetch()
  }

  /** Says whether the page hears nothing any more. */
  private look(): void {
    const now = performance.now()
    this.say(now - this.heard > SILENCE)
    const every = Number(this.part.dataset.liveEvery ?? 0) * 1000
    this.due ||= every > 0 && now - this.fetched > every
    // A browser does not ask again by itself after a refusal.
    if (this.source?.readyState === 2 && now - this.opened > AGAIN) this.connect()
  }

  private say(stale: boolean): void {
    const words = document.getElementById('stale')
    if (words && words.hidden === stale) words.hidden = !stale
  }

  private async fetch(): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.due = false
    this.fetched = performance.now()
    try {
      const at = new URL(location.href)
      at.hash = ''
      at.searchParams.delete('said')
      at.searchParams.set('seen', String(this.version))
      const answer = await fetch(at)
      // Signed out: the next page says so.
      if (answer.redirected) return this.close()
      this.due ||= !answer.ok
      if (answer.ok) this.swap(await answer.text())
    } catch {
      // The next beat tries again.
      this.due = true
    } finally {
      this.busy = false
    }
  }

  private swap(text: string): void {
    const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById(this.part.id)
    if (!fresh) return
    const held = this.part.contains(document.activeElement) ? document.activeElement : null
    const mark = held && markOf(held)
    for (const name of ['data-latest', 'data-quiet']) this.part.setAttribute(name, fresh.getAttribute(name) ?? '')
    this.part.replaceChildren(...fresh.childNodes)
    if (held) this.focus(mark)
    this.swapped(this.part)
  }

  /** On what had the focus, where it is still there. */
  private focus(mark: string | null): void {
    const able = [...this.part.querySelectorAll<HTMLElement>('a, button, input, select, summary')]
    const same = able.find((one) => markOf(one) === mark)
    if (!same) this.part.tabIndex = -1
    ;(same ?? this.part).focus({ preventScroll: true })
  }
}

function markOf(one: Element): string {
  return one.id || one.closest('form')?.getAttribute('action') || one.getAttribute('href') || ''
}
