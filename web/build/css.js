// Styles: the library's CSS in our theme, its sides named start and end, then our own.
import { fileURLToPath } from 'node:url'
import postcss from 'postcss'
import * as sass from 'sass'
import { declarations, themeImporter, tokens } from './theme.js'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

// The library's names for colours, and ours.
const FUNCTIONAL = {
  brand: 'accent',
  text: 'ink',
  'inverse-text': 'on-accent',
  'template-background': 'paper',
  'body-background': 'paper',
  'secondary-text': 'ink-soft',
  focus: 'focus',
  'focus-text': 'ink',
  error: 'bad',
  success: 'good',
  border: 'line',
  'input-border': 'control',
  hover: 'sand-deep',
  link: 'accent',
  'link-visited': 'link-visited',
  'link-hover': 'accent-deep',
  'link-active': 'ink',
  'surface-background': 'sand',
  'surface-text': 'ink',
  'surface-border': 'line'
}

// Colours the library names nowhere.
const PLAIN = { '#651b1b': 'bad-deep', '#ffffff': 'paper', '#f3f3f3': 'sand', '#cecece': 'sand-deep', '#0b0c0c': 'ink' }

/** Parts of the library we draw ourselves. */
const OURS = /^\.govuk-(button|tag)(?!-group)\b/

/** Replaces the library's colours by our custom properties; an unknown colour stops the build. */
export const ourColours = () => ({
  postcssPlugin: 'our-colours',
  Once(root) {
    root.walkRules((rule) => {
      if (rule.selectors.every((selector) => OURS.test(selector.trim()))) rule.remove()
    })
  },
  Declaration(declaration) {
    if (declaration.prop.startsWith('--govuk-frontend')) return declaration.remove()
    const named = declaration.value.replace(/var\(--govuk-([a-z-]+)-colour, [^)]*\)/g, (all, name) => {
      if (name === 'print-text') return '#000'
      if (!FUNCTIONAL[name]) throw declaration.error(`no token for the colour ${name}`)
      return `var(--${FUNCTIONAL[name]})`
    })
    declaration.value = named.replace(/#[0-9a-f]{6}\b/gi, (hex) => {
      if (!PLAIN[hex.toLowerCase()]) throw declaration.error(`no token for the colour ${hex}`)
      return `var(--${PLAIN[hex.toLowerCase()]})`
    })
  },
  OnceExit(root) {
    root.walkRules((rule) => {
      if (rule.nodes.length === 0) rule.remove()
    })
    root.walkAtRules('media', (media) => {
      if (media.nodes.length === 0) media.remove()
    })
  }
})

const SIDES = { left: 'inline-start', right: 'inline-end' }
const PROPERTY = /^(margin|padding|border)-(left|right)(-width|-style|-color)?$/
const BOX = /^(margin|padding)$/

/** Names left and right by where a line starts and ends, so that one sheet serves both directions. */
export const startAndEnd = () => ({
  postcssPlugin: 'start-and-end',
  Declaration(declaration) {
    const { prop, value } = declaration
    const sided = PROPERTY.exec(prop)
    // A triangle made of borders stays as it is drawn; _directions.scss turns it round.
    if (sided?.[3] === '-color' && declaration.parent.some((other) => other.prop === 'border-width')) return
    if (sided) {
      declaration.prop = `${sided[1]}-${SIDES[sided[2]]}${sided[3] ?? ''}`
    } else if (prop === 'left' || prop === 'right') {
      declaration.prop = `inset-${SIDES[prop]}`
    } else if (prop === 'text-align' && SIDES[value]) {
      declaration.value = value === 'left' ? 'start' : 'end'
    } else if (prop === 'justify-content' && value === 'right') {
      declaration.value = 'flex-end'
    } else if (prop === 'float' && SIDES[value]) {
      // Older browsers do not know the second; they keep the first.
      if (declaration.next()?.value !== SIDES[value]) declaration.after({ prop: 'float', value: SIDES[value] })
    } else if (BOX.test(prop)) {
      splitBox(declaration)
    }
  }
})

/** Four different sides become block and inline pairs. */
function splitBox(declaration) {
  const parts = postcss.list.space(declaration.value)
  if (parts.length !== 4 || parts[1] === parts[3]) return
  const { prop, important } = declaration
  declaration.before({ prop: `${prop}-block`, value: `${parts[0]} ${parts[2]}`, important })
  declaration.before({ prop: `${prop}-inline`, value: `${parts[3]} ${parts[1]}`, important })
  declaration.remove()
}

function compiled(file) {
  const options = { importers: [themeImporter], style: 'expanded', silenceDeprecations: [] }
  return sass.compile(here(`../styles/${file}`), options).css
}

const root = () => `:root {\n${declarations()}\n}\n`

/** site.css before it is made small: what every page needs. `faces` are the @font-face rules. */
export async function siteCss(faces) {
  const library = await postcss([ourColours(), startAndEnd()]).process(compiled('library.scss'), { from: undefined })
  const own = await postcss([startAndEnd()]).process(compiled('own.scss'), { from: undefined })
  return [faces, root(), library.css, own.css].join('\n').replaceAll('@charset "UTF-8";', '')
}

/** desk.css before it is made small: what staff pages need besides. */
export async function deskCss() {
  return (await postcss([startAndEnd()]).process(compiled('desk.scss'), { from: undefined })).css
}

/** board.css before it is made small: what the board of a queue needs besides. */
export async function boardCss() {
  return (await postcss([startAndEnd()]).process(compiled('board.scss'), { from: undefined })).css
}

/** The ground colour of a page, for the browser's own edges. */
export const ground = tokens.colour.paper
