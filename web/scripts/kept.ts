// What somebody writes while they speak is kept as they go: a moment after each change, and when the page is left. Without a
// script the buttons that lead away keep it.

/** After the last key; shorter than it takes to reach for the mouse. */
const PAUSE = 600

/** Keeps the form of the page that says where. */
export function keepWhatIsWritten(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-keeps]')
  const to = form?.dataset.keeps
  if (!form || !to) return
  let waiting: number | undefined
  let changed = false
  const body = (): URLSearchParams => {
    const fields = new URLSearchParams({ quiet: '1' })
    for (const [name, value] of new FormData(form)) fields.append(name, String(value))
    return fields
  }
  const keep = (): void => {
    if (!changed) return
    changed = false
    // What could not be kept now is kept with the next change, or when the page is left.
    fetch(to, { method: 'POST', body: body(), keepalive: true }).then(
      (answer) => { changed ||= !answer.ok },
      () => { changed = true }
    )
  }
  form.addEventListener('input', () => {
    changed = true
    window.clearTimeout(waiting)
    waiting = window.setTimeout(keep, PAUSE)
  })
  form.addEventListener('submit', () => {
    changed = false
    window.clearTimeout(waiting)
  })
  window.addEventListener('pagehide', keep)
}
