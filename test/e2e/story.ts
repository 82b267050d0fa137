import type { Page } from 'playwright-core'
import { wordsFor } from '../../locales/index.js'
import { unfold } from './desk-driver.js'
import type { Stage, Visit } from './stage.js'
import { signInAs, walkOf } from './walk.js'

/** How long one side waited for what the other did, milliseconds. */
export interface Seen {
  readonly what: string
  readonly by: 'customer' | 'engineer'
  readonly after: number
}

/** Two browsers before the same request. */
export interface Story {
  readonly number: string
  readonly customer: Visit
  readonly desk: Visit
}

/** Does something on one side, and waits until the other side can read what it couldn't before. */
export type Scene = (act: () => Promise<unknown>, other: Seen['by'], words: string) => Promise<void>

const { say } = wordsFor('pl')

/** The smallest picture there is: one pixel. */
const screenshot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Sends a request in Polish by the portal's form, and opens it there and at the desk. */
export async function openStory(stage: Stage, hasStream: boolean): Promise<Story> {
  const customer = await stage.visit('/portal/new', {
    before: async page => {
      await signInAs(page, stage.demo().url, 'anna')
      // What a backend without a stream answers.
      if (!hasStream) await page.route('**/interventions/*/events', route => route.fulfill({ status: 501 }))
    },
  })
  const { page } = customer
  const walk = walkOf(page, 'pl')
  await walk.to('check', 'Zażółć gęślą jaźń')
  await walk.send()
  const number = await walk.sent()
  await page.goto(`${stage.demo().url}/portal/ticket?id=${number}`)
  await page.getByText(say('tracker.ticket', { number })).first().waitFor()
  const desk = await stage.visit(`/desk/#${number}`, { locale: 'en-GB' })
  await desk.page.getByRole('button', { name: 'Take it' }).waitFor()
  return { number, customer, desk }
}

/** Plays scenes with a watch in the hand. */
export function watched({ customer, desk }: Story): {
  readonly scene: Scene
  readonly seen: readonly Seen[]
} {
  const seen: Seen[] = []
  return {
    seen,
    async scene(act, by, words) {
      const others = (by === 'customer' ? customer : desk).page.getByText(words)
      const before = await others.count()
      await act()
      const from = performance.now()
      await others.nth(before).waitFor({ state: 'attached' })
      seen.push({ what: words, by, after: Math.round(performance.now() - from) })
    },
  }
}

/** Plays the scenes of a request from the first look at it to its second end. */
export async function play({ customer, desk }: Story, scene: Scene): Promise<void> {
  const [engineer, client] = [desk.page, customer.page]
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  await beginWork(engineer, scene, 'It answers on port 22 again.')
  await scene(() => press(engineer, 'Open the login details'), 'customer', 'on-call engineer')

  await unfold(engineer, 'Ask a question')
  await engineer.getByLabel('Question', { exact: true }).fill('What does the console show?')
  await scene(() => press(engineer, 'Ask the customer'), 'customer', say('tracker.asked.title'))
  await client.getByLabel(say('tracker.reply.answer')).fill('Czarny ekran, zrzut w załączniku.')
  await client
    .locator('[data-field=replyFiles] input[type=file]')
    .setInputFiles({ name: 'ekran.png', mimeType: 'image/png', buffer: screenshot })
  await client.getByText('ekran.png').first().waitFor()
  await scene(() => press(client, say('tracker.reply.send')), 'engineer', 'Czarny ekran, zrzut w załączniku.')
  await engineer.getByRole('button', { name: 'Download: ekran.png' }).waitFor()

  await unfold(engineer, 'Raise an extra')
  await engineer.locator('#act-raise').getByLabel('Additional service').selectOption('malware-removal')
  await scene(() => press(engineer, 'Offer at this price'), 'customer', say('tracker.quote.approve'))
  await scene(() => press(client, say('tracker.quote.approve')), 'engineer', 'price approved')

  await end(engineer, scene, 'The rules of Monday are back.')
  const [firstToDo] = await client
    .getByRole('group', { name: say('tracker.aftercare.toDo') })
    .getByRole('checkbox')
    .all()
  await scene(async () => firstToDo?.click(), 'engineer', 'done by the customer')
  await press(client, say('tracker.reopen.open'))
  await client.getByLabel(say('field.reopenReason.label')).fill('Po godzinie SSH znów nie odpowiada.')
  await client.getByRole('checkbox', { name: /^Anna Kowalska/ }).check()
  await scene(
    () => press(client, say('tracker.reopen.send')),
    'engineer',
    'Po godzinie SSH znów nie odpowiada.',
  )
  await beginWork(engineer, scene, 'It answers once more.')
  await end(engineer, scene, 'A timer wrote the old rules again: it is gone.')
}

/** From the first look at it to work: the same after it was opened again. */
export async function beginWork(engineer: Page, scene: Scene, reason: string): Promise<void> {
  const press = (name: string) => engineer.getByRole('button', { name, exact: true }).click()
  await scene(() => press('Take it'), 'customer', say('stage.verification'))
  await scene(() => press('Ownership and authorization verified'), 'customer', say('stage.assessment'))
  await unfold(engineer, 'Method')
  await engineer.getByLabel('Access method').selectOption('ssh-rdp')
  await engineer.getByLabel('Reason, as').fill(reason)
  await scene(() => press('Choose the method'), 'customer', reason)
  await scene(() => press('Begin work'), 'customer', say('stage.in-progress'))
}

async function end(engineer: Page, scene: Scene, summary: string): Promise<void> {
  await unfold(engineer, 'Done: write the summary')
  await engineer.getByLabel('All that was done').fill(summary)
  await scene(
    () => engineer.getByRole('button', { name: 'End the request as done' }).click(),
    'customer',
    summary,
  )
}
