// The mark: an open door under an arch. Drawn here once, in the theme's colours, at every size a browser asks for.
import { Resvg } from '@resvg/resvg-js'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokens } from './theme.js'

const { accent, 'accent-deep': deep, focus, paper } = tokens.colour

/** The arch, its open door and the light on the step; `size` is the edge of the square around it. */
function door({ arch, opening, leaf }) {
  return `<path fill="${arch}" d="M24 3C13 3 5 11.500 5 22.500V45h38V22.500C43 11.500 35 3 24 3z"/>
<path fill="${opening}" d="M24 11c-6.600 0-11.500 5-11.500 11.800V45h23V22.800C35.500 16 30.600 11 24 11z"/>
<path fill="${leaf}" d="M12.500 22.800C12.500 18 15 14 19 12.200l7 4.800v28H12.500z"/>
<circle cx="22.500" cy="31" r="1.800" fill="${opening}"/>`
}

const svg = (body, box = '0 0 48 48') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">\n${body}\n</svg>\n`

const MARKS = {
  'mark.svg': svg(door({ arch: deep, opening: focus, leaf: accent })),
  'mark-light.svg': svg(door({ arch: paper, opening: focus, leaf: accent })),
  'favicon.svg': svg(door({ arch: deep, opening: focus, leaf: accent }))
}

/** An icon for a phone: the mark on a ground that fills any shape it is cut to. */
const ICON = svg(
  `<rect width="72" height="72" fill="${deep}"/><g transform="translate(12 12)">${door({ arch: paper, opening: focus, leaf: accent })}</g>`,
  '0 0 72 72'
)

/** Writes the marks, the icons and the manifest that lets a phone install the site. */
export function marks(folder) {
  for (const [name, text] of Object.entries(MARKS)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'icon.svg'), ICON)
  for (const size of [180, 192, 512]) {
    const drawn = new Resvg(ICON, { fitTo: { mode: 'width', value: size } }).render()
    writeFileSync(join(folder, `icon-${size}.png`), drawn.asPng())
  }
  const icon = (src, sizes, type) => ({ src, sizes, type, purpose: 'any maskable' })
  const manifest = {
    name: 'Guildhall',
    short_name: 'Guildhall',
    start_url: '/account',
    scope: '/',
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: [
      icon('icon.svg', 'any', 'image/svg+xml'),
      icon('icon-192.png', '192x192', 'image/png'),
      icon('icon-512.png', '512x512', 'image/png')
    ]
  }
  writeFileSync(join(folder, 'site.webmanifest'), JSON.stringify(manifest, null, 2))
}
