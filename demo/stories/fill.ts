import type { OsInterventionForm } from '../../components/index.js'
import { settled, until } from './story.js'

/** A form in a story, filled in as a person would: language plays no part. */
export interface Filling {
  /** Types a text into the control with this id. */
  readonly type: (id: string, text: string) => Promise<void>
  /** Presses the choices or buttons with these ids. */
  readonly press: (...ids: readonly string[]) => Promise<void>
  /** Chooses files, and waits until they are looked through. */
  readonly attach: (...files: readonly File[]) => Promise<void>
  /** Presses the one primary button: on to the next step, or send. */
  readonly on: () => Promise<void>
}

/** The form below an element, once it has drawn its first step. */
export async function filling(below: ParentNode): Promise<Filling> {
  const form = await until('the form', () => below.querySelector('os-intervention-form'))
  await until('the first step', () => form.renderRoot.querySelector('#step-heading'))
  const control = (id: string): Promise<HTMLElement> =>
    until(id, () => {
      const found = form.renderRoot.querySelector(`#${id}`)
      return found instanceof HTMLElement && found
    })
  return {
    async type(id, text) {
      const field = await control(id)
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        field.value = text
        field.focus()
        field.dispatchEvent(
          new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }),
        )
        field.dispatchEvent(new Event('change', { bubbles: true }))
        field.blur()
      }
      await settled(below)
    },
    async press(...ids) {
      for (const id of ids) {
        ;(await control(id)).click()
        await settled(below)
      }
    },
    async attach(...files) {
      const chosen = new DataTransfer()
      for (const file of files) chosen.items.add(file)
      const input = await control('attachments')
      if (input instanceof HTMLInputElement) {
        input.closest('details')?.setAttribute('open', '')
        input.files = chosen.files
        input.dispatchEvent(new Event('change', { bubbles: true }))
      }
      await settled(below)
      await until('the files, read', () => {
        const rows = [...form.renderRoot.querySelectorAll('.attached > li')]
        return rows.length >= files.length && rows.every(row => !row.matches('[data-at=reading]'))
      })
      await settled(below)
    },
    async on() {
      primary(form).click()
      await settled(below)
      await until('the form at rest', () => !form.renderRoot.querySelector('form[aria-busy=true]'))
      await settled(below)
    },
  }
}

/** The answers of each step, as a customer with a forgotten firewall rule would give them. */
export const answer = {
  async server({ press }: Filling): Promise<void> {
    await press('server')
  },
  async problem({ type, press }: Filling): Promise<void> {
    await type('problem', 'Since the firewall change at noon nothing answers any more, SSH included.')
    await type('action', 'Open SSH again and leave the other rules as they are.')
    await press('tasks-network-recovery')
  },
  async access({ type, press }: Filling): Promise<void> {
    await press('access')
    await type('username', 'rescue-admin')
    await type('password', 'a password for the story')
  },
  async authorization({ press }: Filling): Promise<void> {
    await press(
      'duties',
      ...['backups', 'availability', 'change-passwords', 'interruption'].map(id => `duties-${id}`),
    )
    await press('authorization')
  },
} as const

/** The same, and on to the next step. */
export const fill = {
  server: answeredBy(answer.server),
  problem: answeredBy(answer.problem),
  access: answeredBy(answer.access),
  authorization: answeredBy(answer.authorization),
} as const

function answeredBy(step: (form: Filling) => Promise<void>): (form: Filling) => Promise<void> {
  return async form => {
    await step(form)
    await form.on()
  }
}

function primary(form: OsInterventionForm): HTMLElement {
  const button = form.renderRoot.querySelector('button.primary')
  if (!(button instanceof HTMLElement)) throw new Error('the form has no primary button')
  return button
}
