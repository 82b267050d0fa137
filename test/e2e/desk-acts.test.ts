import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Entry, Fact } from '../../src/index.js'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import type { SignedIn } from '../server/customer.js'
import { beginWork, unfold } from './desk-driver.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'
import { violations } from './violations.js'

describe('an engineer at the desk', () => {
  let stage: Stage
  let anna: SignedIn

  before(async () => {
    stage = await openStage()
    anna = await signIn(stage.demo().url, 'anna')
  })
  after(() => stage.close())

  async function newRequest(): Promise<string> {
    const key = newKey()
    const sealed = await sealedFor(anna.adapter, key, 'Zażółć')
    const filing = await filingFor('anna', key, { access: { kind: 'account', sealed } })
    return (await anna.adapter.submit(filing, { key })).intervention.number
  }

  const say = (number: string, text: string) => anna.adapter.reply(number, { text }, { key: newKey() })

  async function history(number: string): Promise<readonly (readonly [Entry['by'], Fact])[]> {
    return (await anna.adapter.entries(number)).items.map(({ by, fact }) => [by, fact] as const)
  }

  const stageOf = async (number: string) => (await anna.adapter.get(number))?.stage

  async function desk(number: string, options: Parameters<Stage['visit']>[1] = {}): Promise<Visit> {
    const visit = await stage.visit(`/desk/#${number}`, options)
    await visit.page.getByRole('heading', { name: 'Act', exact: true }).waitFor()
    return visit
  }

  it('takes a request, verifies, chooses, asks and ends it, by the keyboard alone', async () => {
    const number = await newRequest()
    const { page, keys, reports, complaints } = await desk(number)
    await page.getByRole('button', { name: 'Take it' }).waitFor()
    await keys.press('a')
    assert.equal(await keys.focused(), 'Take it')
    await keys.press('Enter')
    await page.getByRole('status').getByText('Written on the ticket.').waitFor()
    assert.equal(await keys.focused(), 'Ownership and authorization verified')
    await keys.press('Enter')
    await page.getByText('Next: choose the access method').waitFor()

    await page.locator('#act:focus').waitFor()
    await keys.to('Method')
    await keys.press('Enter')
    await keys.to(/^Access method/)
    await keys.type('Resc')
    await keys.to('Reason, as the customer will read it')
    await keys.type('It boots no more.')
    await keys.press('Enter')
    await page.getByText('Rescue mode: It boots no more.').waitFor()
    await page.locator('#act-method > summary:focus').waitFor()
    await keys.press('a')
    assert.equal(await keys.focused(), 'Begin work')
    await keys.press('Enter')
    await page.getByText('The work has begun.').waitFor()

    await keys.to('Ask a question')
    await keys.press('Enter')
    await keys.to('Question')
    await keys.type('Which disk is the new one?')
    await keys.to('Ask the customer')
    await keys.press('Enter')
    await page.getByText('Waiting for the customer.').waitFor()
    await say(number, 'The second, ańe zażółć.')
    await page.locator('.history li', { hasText: 'The second, ańe zażółć.' }).getByText('new').waitFor()
    await page.getByText('The work has begun.').waitFor()

    await keys.to('Done: write the summary')
    await keys.press('Enter')
    await keys.to('All that was done')
    await keys.type('GRUB was written anew.')
    await keys.to('What is different on the server now')
    await keys.type('/etc/default/grub')
    await keys.to('Advise to change passwords')
    await keys.press('Space')
    await keys.to('End the request as done')
    await keys.press('Enter')
    await page.getByText('This request has ended.').waitFor()
    await page.getByText('The login details are destroyed.').waitFor()

    assert.deepEqual((await history(number)).slice(4), [
      ['engineer', { kind: 'stage', stage: 'verification' }],
      ['engineer', { kind: 'stage', stage: 'assessment' }],
      ['engineer', { kind: 'method', method: 'rescue', reason: 'It boots no more.' }],
      ['engineer', { kind: 'stage', stage: 'in-progress' }],
      ['engineer', { kind: 'question', text: 'Which disk is the new one?', format: 'text', files: [] }],
      ['engineer', { kind: 'stage', stage: 'waiting-for-customer' }],
      ['customer', { kind: 'message', text: 'The second, ańe zażółć.', format: 'text', files: [] }],
      ['customer', { kind: 'stage', stage: 'in-progress' }],
      [
        'engineer',
        {
          kind: 'summary',
          text: 'GRUB was written anew.',
          format: 'text',
          files: [],
          method: 'rescue',
          changes: '/etc/default/grub',
          newCredentials: false,
          changePasswords: true,
        },
      ],
      ['engineer', { kind: 'stage', stage: 'done' }],
      ['system', { kind: 'access', event: 'destroyed' }],
    ])
    assert.deepEqual([...reports, ...complaints], [])
  })

  it('is told that another desk was faster, and loses nothing of what was typed', async () => {
    const number = await newRequest()
    const [one, other] = [await desk(number), await desk(number)]
    await unfold(one.page, 'Message')
    const field = one.page.getByLabel('Message to the customer')
    await field.fill('We look at it now.')
    await other.page.getByRole('button', { name: 'Take it' }).click()
    await one.page.getByRole('button', { name: 'Ownership and authorization verified' }).waitFor()
    const send = one.page.getByRole('button', { name: 'Send the message' })
    await send.click()
    const alert = one.page.getByRole('alert').getByText('Another desk changed this request: look again.')
    await alert.waitFor()
    assert.equal(await field.inputValue(), 'We look at it now.')
    assert.equal((await messages(number)).length, 0)
    assert.deepEqual(await violations(one.page), [])
    // Whoever has looked may send it.
    await send.click()
    await one.page.getByRole('status').getByText('Written on the ticket.').waitFor()
    assert.equal(await alert.count(), 0)
    assert.equal(await field.inputValue(), '')
    assert.equal((await messages(number)).length, 1)

    // What a desk does itself between two words is no other desk's doing.
    await unfold(one.page, 'Message')
    await field.fill('It is your disk.')
    await one.page.getByRole('button', { name: 'Ownership and authorization verified' }).click()
    await one.page.getByText('Next: choose the access method').waitFor()
    await send.click()
    await one.page.locator('.history').getByText('It is your disk.').waitFor()
    assert.equal(await one.page.getByRole('alert').count(), 0)

    await unfold(one.page, 'Message')
    await field.fill('Still there?')
    await say(number, 'I found it myself.')
    await one.page.locator('.history').getByText('I found it myself.').waitFor()
    await send.click()
    await one.page.getByRole('alert').getByText('The customer changed this request: look again.').waitFor()
  })

  async function messages(number: string): Promise<readonly unknown[]> {
    return (await history(number)).filter(([by, { kind }]) => by === 'engineer' && kind === 'message')
  }

  it('presses the same step at two desks, of which one is heard', async () => {
    const number = await newRequest()
    const one = await desk(number)
    const other = await desk(number)
    // Neither hears of the other before it presses.
    for (const { page } of [one, other])
      await page.route(new RegExp(`/desk/api/requests/${number}\\?`), route => route.abort())
    for (const { page } of [one, other]) await page.getByRole('button', { name: 'Take it' }).click()
    await other.page.getByRole('alert').getByText('look again').waitFor()
    const taken = (await history(number)).filter(
      ([, fact]) => fact.kind === 'stage' && fact.stage === 'verification',
    )
    assert.equal(taken.length, 1)
  })

  it('is warned of a method that the customer didn’t allow, before and after', async () => {
    const { page } = await desk(await newRequest())
    await page.getByRole('button', { name: 'Take it' }).click()
    await page.getByRole('button', { name: 'Ownership and authorization verified' }).click()
    await unfold(page, 'Method')
    await page.getByLabel('Access method').selectOption({ label: 'VNC console (not authorized)' })
    await page.locator('#act-method').getByText('Not authorized: SSH or RDP').waitFor()
    await page.getByLabel('Reason, as').fill('The network is down.')
    await page.getByRole('button', { name: 'Choose the method' }).click()
    await page.getByText('Beyond the authorization:', { exact: true }).waitFor()
  })

  it('names a price that the customer approves, and an extra that can’t be had', async () => {
    const number = await newRequest()
    const { page } = await desk(number)
    await beginWork(page)
    await unfold(page, 'Raise an extra')
    const raise = page.locator('#act-raise')
    await raise.getByLabel('Additional service').selectOption('data-recovery')
    const offer = page.getByRole('button', { name: 'Offer at this price' })
    await offer.click()
    await raise.getByRole('alert').getByText('The list has no price for this service').waitFor()
    await raise.getByLabel('Net price in EUR').fill('zł 149')
    await offer.click()
    await raise.getByRole('alert').getByText('Net price: type an amount').waitFor()
    await raise.getByLabel('Additional service').selectOption('malware-removal')
    assert.equal(await raise.getByLabel('Net price in EUR').isVisible(), false)
    await raise
      .getByRole('option', { name: '€149.00 net', includeHidden: true })
      .waitFor({ state: 'attached' })
    await raise.getByLabel('The work waits').check()
    await offer.click()
    await page.locator('.history').getByText('price offered: Malware').waitFor()
    await page.locator('.history').getByText('183.27 with VAT').waitFor()
    await page.getByText('Waiting for the customer.').waitFor()
    const quote = (await history(number)).map(([, fact]) => fact).find(({ kind }) => kind === 'quote')
    assert.ok(quote?.kind === 'quote', 'no quote')
    const approval = { intent: 'approve-quote', quoteDigest: quote.digest } as const
    await anna.adapter.reply(number, approval, { key: newKey() })
    await page.locator('.history').getByText('price approved').waitFor()
    await page.getByText('The work has begun.').waitFor()

    await unfold(page, 'Extra isn’t available')
    await page.getByLabel('Additional service that can’t be had').selectOption('performance-tuning')
    await page.getByRole('button', { name: 'Say that it isn’t available' }).click()
    await page.locator('.history').getByText('not available: ').waitFor()
    assert.equal(await stageOf(number), 'in-progress')
  })

  it('says how much work it is, when to look again, that a login fails, and what is broken', async () => {
    const number = await newRequest()
    const { page } = await desk(number)
    await beginWork(page)
    await unfold(page, 'Standard or complex')
    await page.locator('#act-effort select').selectOption('complex')
    await page.getByRole('button', { name: 'Say how much work it is' }).click()
    await page.locator('.history').getByText('complex work').waitFor()
    await unfold(page, 'Next update by')
    const field = page.getByLabel('Next update by (your time)')
    await field.fill('2020-01-01T10:00')
    const promise = page.getByRole('button', { name: 'Promise the update' })
    await promise.click()
    await page.getByRole('alert').getByText('Give a time that is still to come').waitFor()
    const soon = new Date(Date.now() + 2 * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Warsaw' })
    await field.fill(soon.slice(0, 16).replace(' ', 'T'))
    await promise.click()
    await page.locator('#act dt', { hasText: 'Next update by' }).waitFor()
    const by = (await anna.adapter.get(number))?.promise?.nextUpdateBy ?? 0
    assert.ok(Math.abs(by - Date.now() - 2 * 3_600_000) < 300_000, String(by))

    // In rescue mode nobody needs the login details: there is nothing to wait for.
    await unfold(page, 'Login details don’t work')
    assert.equal(await page.locator('#act-no-login').getByLabel('The work waits').count(), 0)
    await unfold(page, 'Method')
    await page.getByLabel('Access method').selectOption('ssh-rdp')
    await page.getByLabel('Reason, as').fill('It boots again.')
    await page.getByRole('button', { name: 'Choose the method' }).click()
    await page.locator('.history').getByText('It boots again.').waitFor()
    await unfold(page, 'Login details don’t work')
    await page.locator('#act-no-login').getByLabel('The work waits').waitFor()
    await page.getByRole('button', { name: 'Ask for new ones' }).click()
    await page.getByText('login details refused by on-call engineer').waitFor()
    assert.equal((await anna.adapter.get(number))?.phase, 'waiting')
    await page.getByRole('button', { name: 'Go on without the answer' }).click()
    await page.getByText('The work has begun.').waitFor()

    await unfold(page, 'Escalate: hardware fault')
    await page.getByLabel('What is broken').fill('The disk is dead.')
    await page.getByRole('button', { name: 'Hand it over' }).click()
    await page.locator('.history').getByText('stage escalated').waitFor()
    await unfold(page, 'Decline the request')
    await page.getByLabel('Reason for declining').fill('Wrong account.')
    await page.getByRole('button', { name: 'Decline', exact: true }).click()
    await page.getByText('This request has ended.').waitFor()
  })

  it('has the login details forgotten that are on the screen, once the customer withdraws access', async () => {
    const number = await newRequest()
    const { page } = await desk(number)
    await page.getByRole('button', { name: 'Open the login details' }).click()
    await page.locator('[data-secret=password]').waitFor()
    await anna.adapter.reply(number, { intent: 'withdraw-access' }, { key: newKey() })
    await page.getByRole('status').getByText('this page has forgotten them').waitFor()
    await page.getByText('The login details are destroyed.').waitFor()
    await page.locator('.head').getByText('withdrawn by the customer').waitFor()
    assert.equal(await page.locator('[data-secret]').count(), 0)
    // The address may still stand in the request: of the password nothing does.
    assert.ok(!(await page.content()).includes('Zażółć<'), 'the password is still there')
  })

  it('is refused the login details where the page has not heard yet that access was withdrawn', async () => {
    const number = await newRequest()
    const { page } = await desk(number)
    await page.route(new RegExp(`/desk/api/requests/${number}\\?`), route => route.abort())
    await anna.adapter.reply(number, { intent: 'withdraw-access' }, { key: newKey() })
    await page.getByRole('button', { name: 'Open the login details' }).click()
    await page.getByRole('alert').getByText('The customer has withdrawn access').waitFor()
    assert.equal(await page.locator('[data-secret]').count(), 0)
  })

  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    it(`has nothing for axe to find, and nothing cut: ${String(width)} px, ${colorScheme}`, async () => {
      const number = await newRequest()
      const { page } = await desk(number, { colorScheme, viewport: { width, height: 800 } })
      const check = async (where: string) => {
        assert.deepEqual(await violations(page), [], where)
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        assert.ok(wide <= 0, `${where} is ${String(wide)} px too wide`)
      }
      await beginWork(page)
      for (const name of await page.locator('#act summary').allInnerTexts()) {
        await unfold(page, name)
        await check(name)
      }
      await say(number, 'Anything new?')
      await page.locator('.history mark').waitFor()
      await check('news')
      await unfold(page, 'Decline the request')
      await page.getByLabel('Reason for declining').fill('Not yours.')
      await page.getByRole('button', { name: 'Decline', exact: true }).click()
      await page.getByText('This request has ended.').waitFor()
      await check('the end')
    })
  }
})
