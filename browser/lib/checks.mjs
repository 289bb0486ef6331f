// What every page owes everybody, looked at in the browser. Each check hands back a list of what is wrong; none is good.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe-core, every rule of WCAG 2.2 AA and its best practices. Where scripts are off it would wait for ever. */
export async function axe(page) {
  await page.evaluate(AXE)
  const violations = await page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.html.slice(0, 120)}`).join(' | ')}`)
  }, RULES)
  return violations
}

/** Nothing makes the page scroll sideways, and no control is too small to hit. */
export function layout(page) {
  return page.evaluate(() => {
    const wrong = []
    const width = document.documentElement.clientWidth
    if (document.scrollingElement.scrollWidth > width) {
      const wide = [...document.querySelectorAll('body *')].filter((one) => {
        const box = one.getBoundingClientRect()
        return (box.right > width + 1 || box.left < -1) && box.width > 0 && !one.closest('.govuk-visually-hidden, .govuk-skip-link')
      })
      wrong.push(`scrolls sideways: ${wide.slice(0, 4).map((one) => `${one.tagName}.${one.className}`).join(', ')}`)
    }
    for (const one of document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary')) {
      // What nobody sees, hears or comes to is pressed by Enter alone.
      if (one.matches('[aria-hidden=true][tabindex="-1"]')) continue
      const box = one.getBoundingClientRect()
      if (box.width > 0 && (box.width < 24 || box.height < 24)) {
        wrong.push(`smaller than 24 px: ${one.outerHTML.slice(0, 100)} (${Math.round(box.width)} × ${Math.round(box.height)})`)
      }
    }
    return wrong
  })
}

/** Text cut off by the box it stands in. */
function clipped(page) {
  return page.evaluate(() => {
    const wrong = []
    for (const one of document.querySelectorAll('body *')) {
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
      if (!own || one.closest('.govuk-visually-hidden, script, style, .govuk-skip-link')) continue
      const style = getComputedStyle(one)
      const hides = (value) => value === 'hidden' || value === 'clip'
      const cut = (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 2) || (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 2)
      if (cut) wrong.push(`text cut off: ${one.outerHTML.slice(0, 120)}`)
    }
    const width = document.documentElement.clientWidth
    if (document.scrollingElement.scrollWidth > width) {
      const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.govuk-visually-hidden, .govuk-skip-link'))
      wrong.push(`scrolls sideways: ${wide.slice(0, 4).map((one) => `${one.tagName}.${one.className}`).join(', ')}`)
    }
    return wrong
  })
}

async function under(page, css, check) {
  // A constructed sheet, as a reader's own style would come; the page's policy refuses inline ones.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  }, css)
  const wrong = await check(page)
  await page.evaluate(() => { document.adoptedStyleSheets = [] })
  return wrong
}

/** WCAG 1.4.12: a reader's own spacing of lines, letters, words and paragraphs. */
export function textSpacing(page) {
  const css = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'
  return under(page, css, clipped)
}

/** WCAG 1.4.4: text at twice the size. */
export function largeText(page) {
  return under(page, 'html { font-size: 200% !important }', clipped)
}

/** The title says what the page is and whose, and whether something is wrong. */
export function title(page, error) {
  return page.evaluate((error) => {
    const wrong = []
    const title = document.title
    const council = document.querySelector('meta[name=application-name]').content
    const header = document.querySelector('.app-header__name')?.textContent.trim() ?? council
    if (header !== council) wrong.push(`the header says ${header} and not ${council}`)
    if (!title.endsWith(` - ${council}`)) wrong.push(`title "${title}" does not end with the council's name`)
    const summary = document.querySelector('.govuk-error-summary') !== null
    if (title.startsWith(`${error}: `) !== summary) wrong.push(`title "${title}" and an error summary (${summary}) do not agree`)
    if (document.querySelectorAll('h1').length !== 1) wrong.push(`${document.querySelectorAll('h1').length} first-level headings`)
    return wrong
  }, error)
}

/** A person is one step away, in the same words, order and place on every page. */
export function help(page) {
  return page.evaluate(() => {
    const ways = [...document.querySelectorAll('footer .app-person .app-person__link')]
    const first = document.querySelector('footer > div > *')
    return { first: first?.className, ways: ways.map((way) => `${way.getAttribute('href')} ${way.textContent.trim()}`) }
  })
}

/** From right to left, everything stands on the other side. */
export function rightToLeft(page) {
  return page.evaluate(() => {
    const wrong = []
    const textBox = (one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      return range.getBoundingClientRect()
    }
    if (document.documentElement.dir !== 'rtl') return ['the page is not right to left']
    for (const input of document.querySelectorAll('.govuk-radios__input, .govuk-checkboxes__input')) {
      const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`)
      const [box, text] = [input.getBoundingClientRect(), textBox(label)]
      if (box.width && text.width && box.left < text.right - 4) wrong.push(`the control is not to the right of "${label.textContent.trim()}"`)
    }
    for (const group of document.querySelectorAll('.govuk-form-group--error, .govuk-inset-text')) {
      const style = getComputedStyle(group)
      if (parseFloat(style.borderRightWidth) < 1 || parseFloat(style.borderLeftWidth) > 0) wrong.push(`the bar of ${group.className} is on the left`)
    }
    for (const row of document.querySelectorAll('.govuk-task-list__item')) {
      const [name, status] = [row.querySelector('.govuk-task-list__name-and-hint'), row.querySelector('.govuk-task-list__status')].map(textBox)
      if (status.right > name.left) wrong.push(`the task's status is not to the left of "${row.textContent.trim()}"`)
    }
    for (const row of document.querySelectorAll('.govuk-summary-list__row')) {
      if (row.closest('[lang="en"][dir="ltr"]')) continue
      const [key, value] = [row.querySelector('dt'), row.querySelector('dd')].map((one) => one.getBoundingClientRect())
      if (Math.abs(key.top - value.top) < 2 && value.right > key.right) wrong.push('the answer is not to the left of the question')
    }
    for (const heading of document.querySelectorAll('main h1, main h2, main p, main label')) {
      const align = getComputedStyle(heading).textAlign
      if (align === 'left') wrong.push(`${heading.tagName} is aligned to the left`)
    }
    return wrong
  })
}

const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'

/** Tab reaches everything, what has the focus shows it and is not covered, and there is a way out. */
export async function keyboard(page) {
  const wrong = []
  const want = await page.evaluate((selector) => {
    // From the very beginning, also where a script has put the focus on a summary of errors.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    document.scrollingElement.scrollTo(0, 0)
    const seen = new Set()
    const able = [...document.querySelectorAll(selector)].filter((one) => {
      if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false
      // Of radios of one name Tab stops at one.
      if (one.type === 'radio') {
        if (seen.has(one.name)) return false
        seen.add(one.name)
      }
      return true
    })
    return able.length
  }, FOCUSABLE)
  const reached = new Set()
  for (let presses = 0; presses < want + 6; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return { out: true }
      const style = getComputedStyle(one)
      const before = getComputedStyle(one, '::before')
      const after = getComputedStyle(one, '::after')
      const label = one.labels?.[0] && getComputedStyle(one.labels[0], '::before')
      const shows = [style, before, after, label].filter(Boolean).some((s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && !/, 0\)$/.test(s.outlineColor)) || s.boxShadow !== 'none')
      const box = one.getBoundingClientRect()
      const parts = [...one.getClientRects()]
      const spot = parts[0] ?? box
      const x = Math.min(Math.max(spot.left + spot.width / 2, 1), innerWidth - 1)
      const y = Math.min(Math.max(spot.top + spot.height / 2, 1), innerHeight - 1)
      const top = document.elementFromPoint(x, y)
      const inside = box.top < innerHeight && box.bottom > 0
      const free = !!top && (one.contains(top) || top.contains(one) || [...(one.labels ?? [])].some((label) => label.contains(top)))
      document.keyboardIndex ??= new Map()
      const index = document.keyboardIndex.get(one) ?? document.keyboardIndex.size
      document.keyboardIndex.set(one, index)
      return { index, shows, inside, free, html: one.outerHTML.slice(0, 110) }
    })
    if (at.out) break
    if (reached.has(at.index)) {
      if (reached.size < want) wrong.push(`Tab comes back to ${at.html} before everything was reached (${reached.size} of ${want})`)
      break
    }
    reached.add(at.index)
    if (!at.shows) wrong.push(`focus does not show: ${at.html}`)
    if (!at.inside || !at.free) wrong.push(`focus is covered or off the screen: ${at.html}`)
  }
  if (reached.size < want) wrong.push(`Tab reaches ${reached.size} of ${want}`)
  return wrong
}

/** What the page and everything it needs weighs on the wire, in bytes, with nothing cached. */
export async function weight(browser, state, url) {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  let bytes = 0
  const counted = []
  page.on('response', (response) => {
    counted.push(response.body().then((body) => {
      const type = response.headers()['content-type'] ?? ''
      bytes += /font|png|woff/.test(type) ? body.length : gzipSync(body).length
    }, () => {}))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await Promise.all(counted)
  await context.close()
  return bytes
}

/** On paper: the words, and none of what only works on a screen. */
export async function onPaper(page) {
  await page.emulateMedia({ media: 'print' })
  const wrong = await page.evaluate(() => {
    const wrong = []
    const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 1
    for (const selector of ['nav', '.govuk-button', '.govuk-back-link', '.govuk-skip-link', '.app-demo']) {
      for (const one of document.querySelectorAll(selector)) if (shown(one)) wrong.push(`${selector} is printed`)
    }
    if (!shown(document.querySelector('h1'))) wrong.push('the heading is not printed')
    const ink = getComputedStyle(document.querySelector('h1')).color.match(/\d+/g).map(Number)
    if (Math.max(...ink.slice(0, 3)) > 160) wrong.push('the heading is too pale for paper')
    return [...new Set(wrong)]
  })
  await page.emulateMedia({ media: 'screen' })
  return wrong
}

/** In forced colours controls still have an edge. */
export function forcedColours(page) {
  return page.evaluate(() => {
    const wrong = []
    const edge = (style) => ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none') || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
    for (const one of document.querySelectorAll('.govuk-button, .govuk-input, .govuk-textarea, .govuk-select')) {
      if (one.checkVisibility() && !edge(getComputedStyle(one))) wrong.push(`no edge: ${one.outerHTML.slice(0, 100)}`)
    }
    for (const label of document.querySelectorAll('.govuk-radios__label, .govuk-checkboxes__label')) {
      if (!edge(getComputedStyle(label, '::before'))) wrong.push(`no edge at the control of "${label.textContent.trim()}"`)
    }
    return wrong
  })
}

/** A journey stands on a page that is laid out well and that axe finds nothing against; axe is a script. */
export async function sound(session) {
  const wrong = await layout(session.page)
  if (session.script) wrong.push(...(await axe(session.page)))
  assert.deepEqual(wrong, [], session.page.url())
}
