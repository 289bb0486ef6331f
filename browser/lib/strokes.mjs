// How long somebody takes at a keyboard, by the keystroke-level model: S. K. Card, T. P. Moran, A. Newell, "The keystroke-level
// model for user performance time with interactive systems", Communications of the ACM 23 (7), 1980, 396-410. What the machine
// takes is left out: the model counts the hands and the head.

/** Seconds for a key, for an average typist who is no secretary (40 words a minute). */
const KEY = 0.28
/** Seconds of getting ready in the head, before each part of a task. */
const THOUGHT = 1.35
/** Seconds for the hands to come to the keyboard, once. */
const HANDS = 0.4

/** Presses keys, and counts what the model counts. */
export class Stopwatch {
  #page
  #keys = 0
  #thoughts = 0

  constructor(page) {
    this.#page = page
  }

  /** A part of the task: somebody gets ready for it, then does it. */
  async thinks(part) {
    this.#thoughts += 1
    await part()
  }

  /** One key, or several held together: each is a stroke. */
  async press(chord) {
    this.#keys += chord.split('+').length
    await this.#page.keyboard.press(chord)
  }

  /** A text; a capital, or a sign above another, takes the shift key too. */
  async type(text) {
    this.#keys += text.length + [...text].filter((sign) => /[A-Z?!:"£$%&*()_+<>@~{}|^]/.test(sign)).length
    await this.#page.keyboard.type(text)
  }

  /** Tab until the focus is there. */
  async tabTo(target) {
    const wanted = await target.elementHandle()
    for (let stops = 0; stops < 100; stops += 1) {
      if (await wanted.evaluate((one) => one === document.activeElement)) return
      await this.press('Tab')
    }
    throw new Error('Tab never reached it')
  }

  read() {
    return { keys: this.#keys, thoughts: this.#thoughts, seconds: HANDS + this.#keys * KEY + this.#thoughts * THOUGHT }
  }
}
