// How many characters are left in a box with a limit. The words come with the page, in its language.

/** Counts in every such box. */
export function countCharacters(): void {
  for (const group of document.querySelectorAll<HTMLElement>('[data-module="govuk-character-count"]')) count(group)
}

function count(group: HTMLElement): void {
  const box = group.querySelector<HTMLTextAreaElement>('textarea')
  const limitInWords = box && document.getElementById(`${box.id}-info`)
  const limit = Number(group.dataset.maxlength)
  if (!box || !limitInWords || !limit) return
  const seen = messageBelow(limitInWords, 'govuk-hint')
  seen.setAttribute('aria-hidden', 'true')
  // Read out only when typing rests, so that it does not talk over the keys.
  const heard = messageBelow(limitInWords, 'govuk-visually-hidden')
  heard.setAttribute('aria-live', 'polite')
  limitInWords.classList.add('govuk-visually-hidden')
  let rest: ReturnType<typeof setTimeout> | undefined
  const update = (): void => {
    const left = limit - box.value.length
    const used = (box.value.length / limit) * 100
    seen.textContent = words(group, left)
    seen.classList.toggle('govuk-character-count__message--disabled', used < Number(group.dataset.threshold ?? 0))
    seen.classList.toggle('govuk-error-message', left < 0)
    seen.classList.toggle('govuk-hint', left >= 0)
    box.classList.toggle('govuk-textarea--error', left < 0 || group.classList.contains('govuk-form-group--error'))
    clearTimeout(rest)
    rest = setTimeout(() => (heard.textContent = seen.textContent), 1000)
  }
  box.addEventListener('input', update)
  update()
}

function messageBelow(after: Element, className: string): HTMLElement {
  const message = document.createElement('div')
  message.className = `govuk-character-count__message ${className}`
  after.insertAdjacentElement('afterend', message)
  return message
}

function words(group: HTMLElement, left: number): string {
  const message = (key: string): string => group.getAttribute(`data-i18n.characters-${key}`) ?? ''
  if (left === 0) return message('at-limit')
  const number = Math.abs(left).toLocaleString('en-GB')
  return message(left > 0 ? 'under-limit.other' : 'over-limit.other').replace('%{count}', number)
}
