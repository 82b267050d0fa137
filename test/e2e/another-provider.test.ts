import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sarna } from '../../demo/another/policy.js'
import { wordsFor } from '../../locales/index.js'
import { introserv, restAdapter, verifyAuthorization } from '../../src/index.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { walkOf } from './walk.js'

/** Nothing of any of these may show: they are another provider's. */
const foreign = /introserv|nordhost|czat|live chat|strefa klienta|client area ›/i

describe('another provider', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  for (const language of ['pl', 'en'] as const) {
    it(`is served by the same form, from its first screen to the ticket: ${language}`, async () => {
      const { page, reports, complaints } = await stage.visit('/another/', { locale: language })
      const words = wordsFor(language)
      const walk = walkOf(page, language, sarna)
      const { say } = walk
      const form = page.locator('os-intervention-form')
      const read: string[] = []
      /** The whole step as it stands, folded parts too. */
      const look = async () => {
        const shown = await form.evaluate(element => element.shadowRoot?.textContent ?? '')
        read.push(shown)
        return shown.replace(/\s+/g, ' ')
      }
      const labels = (all: readonly { readonly label: Record<'pl' | 'en', string> }[]) =>
        all.map(({ label }) => label[language])

      await walk.at('server')
      const first = await look()
      assert.ok(first.includes(words.within(30)), first)
      assert.ok(!first.includes(say('intro.needAccess')), 'no task goes without login details')
      await walk.choose('radio', say('server.other'))
      // A number is a service ID at a provider whose IDs are numbers; here it names nothing.
      await walk.write('server', '4410')
      await walk.on()
      await page.getByText(say('issue.server-malformed')).first().waitFor()
      await walk.write('server', 'srv-9021-zt')
      await walk.on()
      await page.getByText(say('issue.server-unlisted')).first().waitFor()
      await walk.write('server', 'srv-0072-aa')
      await walk.on()

      await walk.at('problem')
      const offered = await look()
      for (const label of labels([...sarna.tasks, ...sarna.extras])) assert.ok(offered.includes(label), label)
      for (const { id } of [...introserv.tasks, ...introserv.extras])
        assert.ok(!offered.includes(words.wording(undefined, `task.${id}.title`)), id)
      await walk.unfold()
      await walk.write('problem', 'md0: degraded, sdb wypadł')
      await walk.write('action', 'Odbudować macierz.')
      for (const { label } of [sarna.tasks[0], sarna.extras[0]])
        await walk.choose('checkbox', label[language])
      await walk.on()

      await walk.at('access')
      await look()
      assert.equal(await page.getByRole('radio', { name: say('access.none.title') }).count(), 0)
      await walk.choose('radio', say('access.account.title'))
      await look()
      await walk.write('username', 'opiekun')
      await walk.write('password', 'sroczka kaszkę warzyła')
      await walk.on()

      await walk.at('authorization')
      const authorization = await look()
      for (const label of labels([...sarna.duties, ...sarna.limits, ...sarna.methods]))
        assert.ok(authorization.includes(label), label)
      assert.ok(!authorization.includes(words.say('window.until-done', { count: 0 })))
      const statement = say('statement.who', {
        signer: 'Ola Bąk',
        account: 'K-118',
        provider: 'Sarna',
        server: 'SRV-0072-AA',
      })
      assert.ok(authorization.includes(statement), authorization)
      await walk.authorize()
      await walk.on()
      await walk.at('check')
      await look()
      await walk.send()
      const number = await walk.sent()
      const sent = await look()
      for (const label of labels([...sarna.aftercare.facts, ...sarna.aftercare.toDo]))
        assert.ok(sent.includes(label), label)

      const { url } = stage.demo()
      const adapter = restAdapter({ endpoint: '/another/api', base: url })
      const ticket = await adapter.get(number)
      assert.ok(ticket)
      assert.deepEqual(ticket.server, { kind: 'service-id', value: 'SRV-0072-AA' })
      assert.equal(ticket.stage, 'noted')
      assert.equal((ticket.promise?.firstResponseBy ?? 0) - ticket.openedAt, 30 * 60_000)
      const { items } = await adapter.entries(number)
      const facts = items.map(({ fact }) => fact)
      const message = facts.find(fact => fact.kind === 'message')
      assert.ok(message?.kind === 'message')
      // The engineers' language is Polish, whatever the customer's.
      for (const line of [
        'Dyżur techniczny',
        'raid-rebuild – Odbudowa macierzy RAID',
        'bastion – SSH przez bastion',
      ])
        assert.ok(message.text.includes(line), message.text)
      assert.ok(message.text.includes('moving-house – Przeniesienie na inny serwer'))
      const record = facts.find(fact => fact.kind === 'authorization')?.record
      assert.ok(record && (await verifyAuthorization(record)))
      assert.equal(record.record.provider, 'Sarna')
      assert.equal(record.record.window, '24h')
      assert.equal(record.record.mounting, false)
      assert.deepEqual(
        record.record.duties,
        sarna.duties.map(({ id, label }) => ({ id, text: label[language] })),
      )

      for (const text of [...read, message.text, JSON.stringify(facts), await page.content()])
        assert.doesNotMatch(text, foreign)
      assert.deepEqual([...reports, ...complaints], [])
      await page.context().close()
    })
  }

  it('is not held to the preset, and the page is warned where nobody named a policy', async () => {
    const { page, complaints } = await stage.visit('/another/', {
      before: page =>
        page.route('**/another/api/context', async route => {
          const response = await route.fetch()
          const { policy: _, ...context } = await response.json()
          await route.fulfill({ response, json: context })
        }),
    })
    await walkOf(page, 'pl').at('server')
    assert.equal(complaints.length, 1)
    assert.match(complaints[0] ?? '', /^warning: os-intervention: no policy is set/)
    await page.context().close()
  })
})
