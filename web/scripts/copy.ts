// A button with data-copy="id" copies the words of that element, and says so.

/** Shows the copy buttons and makes them work, where the browser lets a page write to the clipboard. */
export function copyButtons(): void {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => void copy(button))
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const words = document.getElementById(button.dataset.copy ?? '')?.textContent?.trim()
  if (!words) return
  await navigator.clipboard.writeText(words)
  const said = button.dataset.copied
  if (!said) return
  const before = button.textContent
  button.textContent = said
  button.setAttribute('aria-live', 'polite')
  setTimeout(() => {
    button.textContent = before
  }, 3000)
}
