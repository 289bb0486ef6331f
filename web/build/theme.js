// The theme: tokens.json as a Sass module (for the library's settings) and as custom properties (for everything else).
import { readFileSync } from 'node:fs'

const file = new URL('../theme/tokens.json', import.meta.url)

/** The tokens as they stand in theme/tokens.json. */
export const tokens = JSON.parse(readFileSync(file, 'utf8'))

/** Custom properties of every token, as CSS declarations. */
export function declarations() {
  const all = { ...tokens.colour, ...tokens.size, ...tokens.type }
  return Object.entries(all).map(([name, value]) => `--${name}: ${value};`).join('\n')
}

/** A Sass importer that answers `tokens:theme`. */
export const themeImporter = {
  canonicalize: (url) => (url === 'tokens:theme' ? new URL(url) : null),
  load: () => ({
    syntax: 'scss',
    contents: [
      ...Object.entries(tokens.colour).map(([name, value]) => `$${name}: ${value};`),
      `@mixin custom-properties { :root { ${declarations()} } }`
    ].join('\n')
  })
}
