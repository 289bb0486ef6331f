// How somebody works a page: with a pointer, or by the keyboard alone.

/** A finger or a mouse. */
export class Pointer {
  async type(field, value) {
    await field.fill(value)
  }

  async check(choice) {
    await choice.check()
  }

  async select(field, option) {
    await field.selectOption({ label: option })
  }

  async click(target) {
    await target.click()
  }
}

/** More stops than any page has. */
const FAR = 200

/** Tab, arrows, Space, Enter and letters, nothing else. */
export class Keys {
  constructor(page) {
    this.page = page
    this.keyboard = page.keyboard
  }

  /** Tab until the focus is where `stands` says so. */
  async #tabTo(target, stands = (one) => one === document.activeElement) {
    const wanted = await target.elementHandle()
    for (let presses = 0; presses < FAR; presses += 1) {
      if (await wanted.evaluate(stands)) return
      await this.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${await wanted.evaluate((one) => one.outerHTML.slice(0, 160))}`)
  }

  async type(field, value) {
    await this.#tabTo(field)
    await this.keyboard.press('Control+A')
    if (value) await this.keyboard.type(value)
    else await this.keyboard.press('Delete')
  }

  async check(choice) {
    if (await choice.isChecked()) return
    if ((await choice.getAttribute('type')) === 'checkbox') {
      await this.#tabTo(choice)
      await this.keyboard.press('Space')
    } else {
      // Of radios of one name Tab stops at one; the arrows go through them.
      await this.#tabTo(choice, (one) => document.activeElement?.type === 'radio' && document.activeElement.name === one.name)
      await this.keyboard.press('Space')
      for (let presses = 0; presses < FAR && !(await choice.isChecked()); presses += 1) await this.keyboard.press('ArrowDown')
    }
    if (!(await choice.isChecked())) throw new Error(`keys do not choose ${await choice.evaluate((one) => one.outerHTML)}`)
  }

  async select(field, option) {
    await this.#tabTo(field)
    await this.keyboard.press('Home')
    const shown = () => field.evaluate((one) => one.selectedOptions[0]?.textContent.trim())
    for (let presses = 0; presses < FAR && (await shown()) !== option; presses += 1) await this.keyboard.press('ArrowDown')
    if ((await shown()) !== option) throw new Error(`keys do not choose "${option}"`)
  }

  async click(target) {
    await this.#tabTo(target)
    await this.keyboard.press('Enter')
  }
}
