// A page drawn again with its errors stands in the browser's history as something sent, which cannot be gone back to:
// the browser would have to send it once more. From here on it stands there as the page itself.

/** Makes the way back through such a page lead to the page. */
export function makeErrorsPassable(): void {
  const here = document.body.dataset.here
  if (here && document.querySelector('.govuk-error-summary')) history.replaceState(history.state, '', here)
}
