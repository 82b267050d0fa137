import { sendMouse } from '@web/test-runner-commands'
import type { FormDriver } from './form-driver.js'
import { press } from './keys.js'

/** The ways in which Send is pressed more than once. */
export const presses: Readonly<Record<string, (form: FormDriver) => Promise<void> | void>> = {
  'ten clicks in one task'(form) {
    const button = form.control<HTMLButtonElement>('button.primary')!
    for (let press = 0; press < 10; press += 1) button.click()
  },
  'ten scripted submits in one task'(form) {
    const element = form.control<HTMLFormElement>('form')!
    for (let press = 0; press < 10; press += 1) element.requestSubmit()
  },
  async 'Enter and a click'(form) {
    form.control('button.primary')!.focus()
    await press('Enter')
    form.control('button.primary')?.click()
  },
  async 'a double click'(form) {
    const { x, y, width, height } = form.control('button.primary')!.getBoundingClientRect()
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)]
    await sendMouse({ type: 'click', position })
    await sendMouse({ type: 'click', position })
  },
}
