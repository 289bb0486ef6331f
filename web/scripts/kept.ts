// What somebody writes while they speak is kept as they go: a moment after each change, and when the page is left. What follows from
// what they chose comes with that: the parts marked data-follows are as the server draws them now. Without a script the buttons that
// lead away keep it, and the page that comes next shows it.

/** After the last key; shorter than it takes to reach for the mouse. */
const PAUSE = 600
/** After a choice: what follows from it is waited for. */
const MOMENT = 100

/** Keeps the form of the page that says where. */
export function keepWhatIsWritten(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-keeps]')
  const to = form?.dataset.keeps
  if (!form || !to) return
  let waiting: number | undefined
  let changed = false
  let chosen = false
  const body = (quiet: boolean): URLSearchParams => {
    const fields = new URLSearchParams(quiet ? { quiet: '1' } : {})
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
    return fields
  }
  const keep = (): void => {
    if (!changed) return
    changed = false
    // What could not be kept now is kept with the next change, or when the page is left.
    const sent = fetch(to, { method: 'POST', body: body(!chosen), keepalive: true })
    const follows = chosen
    chosen = false
    sent.then(
      async (answer) => {
        changed ||= !answer.ok
        // Who chose again meanwhile is shown what follows from that.
        if (follows && answer.ok && !chosen) follow(await answer.text())
      },
      () => { changed = true; chosen ||= follows }
    )
  }
  // A field of the form may stand elsewhere on the page.
  document.addEventListener('input', (event) => {
    const field = event.target
    if (!(field instanceof Element) || !Array.from(form.elements).includes(field)) return
    const chose = field instanceof HTMLSelectElement && document.querySelector('[data-follows]') !== null
    chosen ||= chose
    changed = true
    window.clearTimeout(waiting)
    waiting = window.setTimeout(keep, chose ? MOMENT : PAUSE)
  })
  form.addEventListener('submit', () => {
    changed = false
    window.clearTimeout(waiting)
  })
  window.addEventListener('pagehide', () => { chosen = false; keep() })
}

/** Puts the parts that follow from what was chosen in their place. */
function follow(text: string): void {
  const fresh = new DOMParser().parseFromString(text, 'text/html')
  for (const part of document.querySelectorAll<HTMLElement>('[data-follows]')) {
    const now = fresh.getElementById(part.id)
    if (now && !now.isEqualNode(part)) part.replaceChildren(...now.childNodes)
  }
}
