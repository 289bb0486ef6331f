// A box of several lines grows with what is typed, up to most of the screen.

/** Makes every such box grow. */
export function growTextareas(): void {
  for (const box of document.querySelectorAll<HTMLTextAreaElement>('textarea.govuk-textarea')) {
    box.addEventListener('input', () => grow(box))
    grow(box)
  }
}

function grow(box: HTMLTextAreaElement): void {
  const most = window.innerHeight * 0.7
  if (box.scrollHeight > box.clientHeight && box.clientHeight < most) {
    box.style.height = `${Math.min(box.scrollHeight + 4, most)}px`
  }
}
