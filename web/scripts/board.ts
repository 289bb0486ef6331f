// The board: its words in one language after the other, and a chime with every new call once somebody has turned the sound on. The
// number is on the screen in the moment it sounds.
import { keepLive } from './live'

/** Each language stands so long. Nothing moves: the words are others. */
const TURN = 6000
/** The two tones of the chime, in hertz, and how long each rings, in seconds. */
const TONES = [659, 523]
const RINGS = 0.7

const board = document.querySelector<HTMLElement>('.app-board')
const languages = (board?.dataset.languages ?? '').split(' ')
const rotates = languages.length > 1 && !window.matchMedia('(prefers-reduced-motion: reduce)').matches
let turn = 0
let latest = 0
let sound: AudioContext | undefined

/** Shows the words of the language whose turn it is. */
function speak(): void {
  if (!rotates) return
  board?.classList.add('app-board--one')
  for (const word of document.querySelectorAll<HTMLElement>('[data-word]')) word.hidden = word.lang !== languages[turn]
}

function chime(): void {
  if (sound?.state !== 'running') return
  const { currentTime, destination } = sound
  for (const [place, tone] of TONES.entries()) {
    const [voice, level, at] = [sound.createOscillator(), sound.createGain(), currentTime + place * RINGS * 0.6]
    voice.frequency.value = tone
    level.gain.setValueAtTime(0, at)
    level.gain.linearRampToValueAtTime(0.5, at + 0.02)
    level.gain.exponentialRampToValueAtTime(0.001, at + RINGS)
    voice.connect(level).connect(destination)
    voice.start(at)
    voice.stop(at + RINGS)
  }
  board?.setAttribute('data-rung', String(latest))
}

/** A later call than the last one that was heard sounds, unless it is to be quiet. */
function shown(part: HTMLElement): void {
  speak()
  const newest = Number(part.dataset.latest)
  if (newest <= latest) return
  latest = newest
  const said = document.getElementById('said')
  if (said) said.textContent = part.querySelector('.app-board__call')?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  if (part.dataset.quiet !== 'yes') chime()
}

/** Browsers let a page sound after somebody has pressed something; those set up for a screen let it at once. */
function offerSound(): void {
  const button = document.getElementById('sound')
  if (!button || !('AudioContext' in window)) return
  const context = new AudioContext()
  sound = context
  const show = (): void => { button.hidden = context.state === 'running' }
  context.addEventListener('statechange', show)
  button.addEventListener('click', () => void context.resume().then(chime))
  show()
}

latest = Number(document.getElementById('live')?.dataset.latest ?? 0)
offerSound()
speak()
if (rotates) window.setInterval(() => { turn = (turn + 1) % languages.length; speak() }, TURN)
keepLive(shown)
