// A button with data-copy="id" copies the words of that element, and says so.

/** Shows the copy buttons and makes them work, where the browser lets a page write to the clipboard. */
export function copyButtons(): void {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const asks = button.textContent
    let over: ReturnType<typeof setTimeout> | undefined
    button.hidden = false
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      if (!(await copied(button))) return
      button.textContent = button.dataset.copied ?? asks
      clearTimeout(over)
      over = setTimeout(() => (button.textContent = asks), 3000)
    })
  }
}

/** Whether the words were copied; a browser may refuse, and then the button says nothing. */
async function copied(button: HTMLButtonElement): Promise<boolean> {
  const words = document.getElementById(button.dataset.copy ?? '')?.textContent?.trim()
  if (!words) return false
  return navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  )
}
