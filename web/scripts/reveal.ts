// Questions asked only with one answer are hidden until it is picked; "none of these" clears the other boxes.

/** Does so in every group of radios and checkboxes. */
export function revealConditionals(): void {
  for (const group of document.querySelectorAll('.govuk-radios, .govuk-checkboxes')) {
    const inputs = [...group.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]')]
    for (const input of inputs) {
      const inside = input.dataset.ariaControls
      if (inside) input.setAttribute('aria-controls', inside)
    }
    group.addEventListener('change', (event) => {
      clearOthers(inputs, event.target as HTMLInputElement)
      inputs.forEach(reveal)
    })
    inputs.forEach(reveal)
  }
  // A page brought back by the Back button has its answers filled in later than this runs.
  window.addEventListener('pageshow', () => {
    document.querySelectorAll<HTMLInputElement>('input[data-aria-controls]').forEach(reveal)
  })
}

function reveal(input: HTMLInputElement): void {
  const inside = document.getElementById(input.dataset.ariaControls ?? '')
  if (!inside) return
  const kind = input.type === 'radio' ? 'radios' : 'checkboxes'
  inside.classList.toggle(`govuk-${kind}__conditional--hidden`, !input.checked)
}

function clearOthers(inputs: HTMLInputElement[], changed: HTMLInputElement): void {
  if (changed.type !== 'checkbox' || !changed.checked) return
  const alone = changed.dataset.behaviour === 'exclusive'
  for (const input of inputs) {
    if (input !== changed && (alone || input.dataset.behaviour === 'exclusive')) input.checked = false
  }
}
