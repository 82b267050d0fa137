import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { wordsFor } from '../../locales/index.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { nordhost } from '../../demo/policy.js'
import { signInAs } from './walk.js'

/** What a customer has in sight on one screen. */
interface Screen {
  readonly heading: string
  /** Questions: a group of choices is one. */
  readonly questions: readonly string[]
  /** Those of them that have to be typed, and aren't yet. */
  readonly typed: readonly string[]
}

/** Runs in the page, so it names no function of its own. */
function screenOf(form: Element): Screen {
  const root = form.shadowRoot
  const controls = [...(root?.querySelectorAll('input, textarea, select') ?? [])].filter(
    control => control.checkVisibility() && control.closest('[inert]') === null,
  )
  const questions = new Set(controls.map(control => control.closest('fieldset') ?? control))
  const typed = controls.filter(
    control =>
      control.getAttribute('aria-required') === 'true' &&
      'value' in control &&
      control.value === '' &&
      control.matches('textarea, [type=text], [type=password]'),
  )
  return {
    heading: root?.querySelector('#step-heading')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
    questions: [...questions].map(question => question.id || (question.getAttribute('data-field') ?? '?')),
    typed: typed.map(({ id }) => id),
  }
}

describe('the shortest way to a ticket', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  for (const language of ['pl', 'en'] as const) {
    it(`is short, by the keyboard alone: ${language}`, async t => {
      const signsIn = async (page: Page) => signInAs(page, stage.demo().url, 'anna')
      const { page, keys } = await stage.visit('/portal/new', { locale: language, before: signsIn })
      const words = wordsFor(language)
      const { say } = words
      const screens: Screen[] = []
      const look = async () => {
        screens.push(await page.locator('os-intervention-form').evaluate(screenOf))
      }
      const arrive = async (step: 'server' | 'problem' | 'access' | 'authorization' | 'check' | 'sent') => {
        await page.getByRole('heading', { name: say(`step.${step}`) }).waitFor()
      }
      const tick = async (name: string) => {
        await keys.to(name)
        await keys.press('Space')
      }
      const write = async (name: string, text: string) => {
        await keys.to(name)
        await keys.type(text)
      }

      await arrive('server')
      await keys.to('web-gdansk-1')
      const from = keys.presses().length
      await keys.press('Space')
      await look()
      await keys.press('Enter')
      await arrive('problem')
      await look()
      await write(say('field.problem.label'), 'SSH nie odpowiada.')
      await write(say('field.action.label'), 'Przywrócić.')
      await keys.to(say('form.continue'))
      await keys.press('Enter')
      await arrive('access')
      await tick(say('access.account.title'))
      await look()
      await write(say('field.username.label'), 'root')
      await write(say('field.password.label'), 'żółw')
      await keys.press('Enter')
      await arrive('authorization')
      await look()
      for (const { id } of nordhost.duties) await tick(words.wording(undefined, `duty.${id}`))
      await tick(say('field.authorization.label'))
      await keys.press('Enter')
      await arrive('check')
      await look()
      await keys.to(say('form.send'))
      await keys.press('Enter')
      await arrive('sent')

      const questions = screens.flatMap(screen => screen.questions)
      const typed = screens.flatMap(screen => screen.typed)
      const presses = keys.presses().length - from
      for (const screen of screens) t.diagnostic(`${screen.heading}: ${screen.questions.join(' ')}`)
      t.diagnostic(
        `${String(screens.length)} screens, ${String(questions.length)} questions, ${String(typed.length)} typed (${typed.join(' ')}), ${String(presses)} presses`,
      )
      assert.ok(screens.length <= 5)
      assert.ok(questions.length <= 12, questions.join(' '))
      assert.ok(typed.length <= 4, typed.join(' '))
      assert.ok(presses <= 60, keys.presses().slice(from).join(' '))
      await page.context().close()
    })
  }
})
