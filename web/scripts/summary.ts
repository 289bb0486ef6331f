// A link in the list of errors to a group (a date, say) moves the focus to the first control in it.

/** Follows such links to a control. */
export function followSummaryLinks(): void {
  document.querySelector('.govuk-error-summary')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    const group = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!group || group.matches('input, select, textarea, button')) return
    const control = group.querySelector<HTMLElement>('input.govuk-input--error, input, select, textarea')
    if (!control) return
    event.preventDefault()
    group.closest('.govuk-form-group')?.scrollIntoView()
    control.focus({ preventScroll: true })
  })
}
