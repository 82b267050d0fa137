import type { Locator, Page } from 'playwright-core'
import { wordsFor } from '../../locales/index.js'
import type { MessageKey } from '../../locales/index.js'
import { introserv } from '../../src/index.js'
import type { ServicePolicy, StepId } from '../../src/index.js'

/** A customer in a hurry, in either language: knows what things are called, and presses them with a mouse. */
export interface Walk {
  /** The words of the form. */
  say(key: MessageKey, values?: Readonly<Record<string, string>>): string
  /** Waits for a step. */
  at(step: StepId): Promise<void>
  /** Presses the way on. */
  on(): Promise<void>
  /** Presses a choice by what it is called. */
  choose(role: 'radio' | 'checkbox', name: string | RegExp): Promise<void>
  /** Opens what is folded in this step. */
  unfold(): Promise<void>
  /** Fills a field in at once. */
  write(key: 'problem' | 'action' | 'username' | 'password' | 'server', text: string): Promise<void>
  /** From the first step to this one, with a password where one is asked for. */
  to(step: Exclude<StepId, 'server'>, password?: string): Promise<void>
  /** Acknowledges and authorizes, in the step of it. */
  authorize(): Promise<void>
  /** Presses Send on the check page. */
  send(): Promise<void>
  /** Waits for the ticket, and answers its number. */
  sent(): Promise<string>
}

/** Sets a customer before a page, or one of its forms, that asks by this policy. */
export function walkOf(page: Page | Locator, language: 'en' | 'pl', policy: ServicePolicy = introserv): Walk {
  const words = wordsFor(language)
  const say = words.say
  const on = () => page.getByRole('button', { name: say('form.continue'), exact: true }).click()
  const at = (step: StepId) => page.getByRole('heading', { name: say(`step.${step}`) }).waitFor()
  const choose = (role: 'radio' | 'checkbox', name: string | RegExp) =>
    page.getByRole(role, { name }).first().check()
  const unfold = async () => {
    const closed = page.locator('details:not([open]) > summary:visible')
    while ((await closed.count()) > 0) await closed.first().click()
  }
  const write: Walk['write'] = (key, text) =>
    page.getByLabel(say(`field.${key}.label`), { exact: true }).fill(text)
  const authorize = async () => {
    for (const { id, label } of policy.duties) await choose('checkbox', words.wording(label, `duty.${id}`))
    await choose('checkbox', say('field.authorization.label'))
  }
  const steps: Readonly<Record<Exclude<StepId, 'check'>, (password: string) => Promise<void>>> = {
    async server() {
      await page.getByRole('radio').first().check()
    },
    async problem() {
      await write('problem', 'Nothing answers since the update.')
      await write('action', 'Make it answer again.')
    },
    async access(password) {
      await choose('radio', say('access.account.title'))
      await write('username', 'root')
      await write('password', password)
    },
    authorization: authorize,
  }
  return {
    say,
    at,
    on,
    choose,
    unfold,
    write,
    authorize,
    async to(step, password = 'correct horse') {
      for (const [here, fill] of Object.entries(steps)) {
        if (here === step) break
        await fill(password)
        await on()
      }
      await at(step)
    },
    async send() {
      await page.getByRole('button', { name: say('form.send'), exact: true }).click()
    },
    async sent() {
      const heading = page.getByRole('heading', { name: say('step.sent') })
      await heading.waitFor()
      return /\d+$/.exec(await heading.innerText())?.[0] ?? ''
    },
  }
}

/** Signs in without the page's help, for what is not about signing in. */
export async function signInAs(page: Page, origin: string, person: string): Promise<void> {
  const answer = await page
    .context()
    .request.post(`${origin}/portal/session`, { data: { as: person }, headers: { origin } })
  if (!answer.ok()) throw new Error(`not signed in: ${String(answer.status())}`)
}
