import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { wordsFor } from '../../locales/index.js'
import { signIn } from '../server/customer.js'
import { unfold } from './desk-driver.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { beginWork, openStory, watched } from './story.js'
import { violations } from './violations.js'

const { say } = wordsFor('pl')

describe('a request whose backend is killed in the midst of the work', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  it('loses nothing and has nothing twice, and says meanwhile that what is shown is of a while ago', async () => {
    const story = await openStory(stage, true)
    const { page } = story.customer
    const tracker = page.locator('os-status-tracker')
    const engineer = story.desk.page
    const { scene } = watched(story)
    await beginWork(engineer, scene, 'It answers on port 22 again.')
    const before = await told(story.number)

    await stage.stop('SIGKILL')
    await tracker.getByText('Brak połączenia: widzisz stan z').waitFor()
    assert.deepEqual(await violations(page), [])
    await page.getByLabel(say('tracker.reply.label')).fill('Czy coś już wiadomo?')
    await page.getByRole('button', { name: say('tracker.reply.send'), exact: true }).click()
    await tracker.getByText(say('tracker.unknown.title'), { exact: true }).waitFor()
    await unfold(engineer, 'Ask a question')
    await engineer.getByLabel('Question', { exact: true }).fill('Which kernel did it boot last?')
    await engineer.getByRole('button', { name: 'Ask the customer' }).click()
    await engineer.locator('#act').getByRole('alert').waitFor()
    // What had been confirmed is still to be read.
    assert.ok(await page.getByText('It answers on port 22 again.').first().isVisible())

    await stage.start()
    await tracker.getByText('Brak połączenia: widzisz stan z').waitFor({ state: 'detached' })
    // It goes by itself, as soon as the backend answers.
    await engineer.locator('.history').getByText('Czy coś już wiadomo?').waitFor()
    await scene(
      () => engineer.getByRole('button', { name: 'Ask the customer' }).click(),
      'customer',
      say('tracker.asked.title'),
    )

    // The answer arrives, and the backend is gone before it can say so.
    await page.route('**/interventions/*/replies', async route => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      await stage.stop('SIGKILL')
      return route.abort('connectionreset')
    })
    await page.getByLabel(say('tracker.reply.answer')).fill('6.1.0-28, wczoraj.')
    await page.getByRole('button', { name: say('tracker.reply.send'), exact: true }).click()
    await tracker.getByText(say('tracker.unknown.title'), { exact: true }).waitFor()
    await page.unroute('**/interventions/*/replies')
    await stage.start()
    await engineer.locator('.history').getByText('6.1.0-28, wczoraj.').waitFor()
    await tracker.getByText(say('tracker.unknown.title'), { exact: true }).waitFor({ state: 'detached' })
    const now = await told(story.number)
    assert.deepEqual(now.slice(0, before.length), before)
    assert.deepEqual(now.slice(before.length), [
      'customer message Czy coś już wiadomo?',
      'engineer question Which kernel did it boot last?',
      'engineer stage waiting-for-customer',
      'customer message 6.1.0-28, wczoraj.',
      'customer stage in-progress',
    ])
  })

  /** All that stands on the request, one line each. */
  async function told(number: string): Promise<readonly string[]> {
    const { adapter } = await signIn(stage.demo().url, 'anna')
    return (await adapter.entries(number)).items.map(({ by, fact }) =>
      [by, fact.kind, 'text' in fact ? fact.text : 'stage' in fact ? fact.stage : ''].join(' ').trim(),
    )
  }
})
