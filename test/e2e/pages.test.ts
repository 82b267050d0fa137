import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { filingFor, newKey, sealedFor, signIn } from '../server/customer.js'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'
import { violations } from './violations.js'

/** Words with everything between them that a terminal would obey. */
const HOSTILE = 'plain \u001b[31mred\u001b[0m \u202etxt.exe\u202c end'

/** Presses the menu's button where there is one: on a wide page the menu lies open. */
async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Menu' })
  if (await button.isVisible()) await button.click()
}

/** A request in the customer's list, in whichever language the page is. */
const inList = (page: Page, number: string) =>
  page.getByRole('button', { name: new RegExp(`^(Zgłoszenie nr|Ticket) ${number} `) })

/** Chooses by the select's label, in whichever language the page is. */
async function choose(page: Page, label: RegExp, option: RegExp): Promise<void> {
  const select = page.getByRole('combobox', { name: label })
  const names = await select.locator('option').allInnerTexts()
  await select.selectOption(names.find(name => option.test(name)) ?? '')
}

const theme = /^(Wygląd|Look)$/
const scheme = /^(Kolory|Colours)$/

describe('the demo’s own pages', () => {
  let stage: Stage
  let number = ''

  before(async () => {
    stage = await openStage()
    const { adapter } = await signIn(stage.demo().url, 'anna')
    const key = newKey()
    const sealed = await sealedFor(adapter, key, 'Zażółć')
    const access = { kind: 'account', sealed } as const
    const errors = 'sshd: no hostkeys available\n'.repeat(100)
    const filing = await filingFor('anna', key, { access, problem: HOSTILE, errors })
    number = (await adapter.submit(filing, { key })).intervention.number
  })
  after(() => stage.close())

  // Every two of language, width and scheme meet.
  const combinations = {
    'pl-PL': [
      [320, 'light'],
      [1280, 'dark'],
    ],
    'en-GB': [
      [320, 'dark'],
      [1280, 'light'],
    ],
  } as const
  for (const language of ['pl-PL', 'en-GB'] as const) {
    for (const [width, colorScheme] of combinations[language]) {
      it(`have nothing for axe to find and nothing cut: ${language}, ${String(width)} px, ${colorScheme}`, async () => {
        const viewport = { width, height: 800 }
        const { page, reports, complaints } = await stage.visit('/portal/', {
          locale: language,
          viewport,
          colorScheme,
        })
        const check = async (where: string) => {
          assert.deepEqual(await violations(page), [], where)
          const [scroll, client] = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement
            return [scrollWidth, clientWidth] as const
          })
          assert.ok(scroll <= client, `${where} is ${String(scroll)} px wide`)
          assert.equal(
            await page.evaluate(() => document.documentElement.lang),
            where.startsWith('desk') ? 'en' : language.slice(0, 2),
          )
        }
        const checkInBothThemes = async (where: string) => {
          for (const name of [/^Nord$/, /^(Wrzos|Heather)$/]) {
            await choose(page, theme, name)
            await check(`${where}, ${String(name)}`)
          }
        }
        await page.getByRole('button', { name: 'Anna Kowalska' }).waitFor()
        await checkInBothThemes('sign-in')
        await page.getByRole('button', { name: 'Anna Kowalska' }).click()
        await inList(page, number).waitFor()
        await page.getByRole('rowheader', { name: 'stary-serwer' }).waitFor()
        await checkInBothThemes('home')
        await openMenu(page)
        await page.locator('summary').click()
        await check('home, account open')
        await page.goto(`${stage.demo().url}/portal/new`)
        await page.getByRole('heading', { name: /^(Krok 1 z|Step 1 of) 5/ }).waitFor()
        await inList(page, number).waitFor()
        await checkInBothThemes('new')
        await page.goto(`${stage.demo().url}/portal/prices`)
        await page.getByRole('checkbox').first().check()
        await page.getByRole('table').waitFor()
        await checkInBothThemes('prices')
        await page.goto(`${stage.demo().url}/portal/verify`)
        await page.locator('input[type=file]').waitFor()
        await check('verify')
        await page.goto(`${stage.demo().url}/desk/#${number}`)
        await page.getByRole('heading', { name: `Request ${number}` }).waitFor()
        await check('desk')
        await page.getByRole('button', { name: 'Open the login details' }).click()
        await page.locator('[data-secret=password]').waitFor()
        await check('desk, opened')
        await page.getByRole('button', { name: 'Shortcuts' }).click()
        await check('desk, shortcuts')
        assert.deepEqual([...reports, ...complaints], [])
        await page.context().close()
      })
    }
  }

  it('are as large as a finger where a finger presses', async () => {
    const { page } = await stage.visit('/portal/', {
      isMobile: true,
      hasTouch: true,
      viewport: { width: 320, height: 640 },
    })
    const small = () =>
      page.evaluate(() =>
        // A box that is ticked is pressed by the label around it.
        [document, ...[...document.querySelectorAll('os-intervention-list')].map(list => list.shadowRoot)]
          .flatMap(root => [
            ...(root?.querySelectorAll(
              'a, button, select, summary, input:not([type=checkbox]), label:has(> [type=checkbox])',
            ) ?? []),
          ])
          .filter(one => !one.matches('.skip') && one.checkVisibility())
          .filter(one => one.getBoundingClientRect().width < 44 || one.getBoundingClientRect().height < 44)
          .map(one => one.outerHTML),
      )
    await page.getByRole('button', { name: 'Anna Kowalska' }).waitFor()
    assert.deepEqual(await small(), [])
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    await inList(page, number).waitFor()
    await openMenu(page)
    await page.locator('summary').click()
    assert.deepEqual(await small(), [])
    await page.goto(`${stage.demo().url}/desk/#${number}`)
    await page.getByRole('heading', { name: `Request ${number}` }).waitFor()
    await page.getByRole('button', { name: 'Shortcuts' }).click()
    assert.deepEqual(await small(), [])
  })

  it('have a header on a phone that takes one line', async () => {
    const { page } = await stage.visit('/portal/', { viewport: { width: 320, height: 640 } })
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    const menu = page.getByRole('button', { name: 'Menu' })
    await menu.waitFor()
    assert.ok(((await page.getByRole('banner').boundingBox())?.height ?? 999) <= 66)
    const tickets = page.getByRole('link', { name: 'Zgłoszenia' })
    assert.ok(!(await tickets.isVisible()))
    await menu.press('Enter')
    await tickets.press('Enter')
    await tickets.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { name: 'Twoje interwencje' }).waitFor()
    await menu.press('Enter')
    await page.keyboard.press('Escape')
    assert.ok(!(await tickets.isVisible()))
  })

  it('take the look that one chooses, keep it from the first byte on, and dress the form in it', async () => {
    const { page } = await stage.visit('/portal/', { colorScheme: 'light' })
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Nowa interwencja' }).click()
    await page.getByText('sklep-vps', { exact: true }).click()
    const go = page.getByRole('button', { name: 'Dalej' })
    const worn = () =>
      go.evaluate(button => {
        const { backgroundColor, borderRadius, fontFamily } = getComputedStyle(button)
        return [backgroundColor, borderRadius, fontFamily]
      })
    const nord = await worn()
    await choose(page, theme, /Wrzos/)
    const heather = await worn()
    for (const [index, value] of heather.entries()) assert.notEqual(value, nord[index])
    await choose(page, scheme, /Ciemne/)
    const dark = await worn()
    assert.notEqual(dark[0], heather[0])
    assert.ok(await page.getByRole('radio', { name: 'sklep-vps' }).isChecked())
    await page.reload()
    await go.waitFor()
    assert.deepEqual(await worn(), dark)

    const first = async (cookie: string) =>
      (await fetch(`${stage.demo().url}/portal/`, { headers: { cookie } })).text()
    assert.match(await first('nordhost_look=heather-dark'), /<html data-theme="heather" data-scheme="dark"/)
    assert.match(await first('a=b; nordhost_look="><script>-dark'), /<html lang="en">/)
  })

  it('show what a terminal would obey, and keep it', async () => {
    const { page } = await stage.visit(`/desk/#${number}`)
    const body = page.locator('pre.typed').first()
    await body.waitFor()
    for (const place of [body, page.locator('pre.body')]) {
      const shown = await place.innerText()
      assert.ok(shown.includes('U+001B') && shown.includes('U+202E') && shown.includes('U+202C'))
    }
    // An override turns nothing that comes after it: "txt.exe" stands before "end", as it was written.
    const order = await body.evaluate(element => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      const lefts: Record<string, number> = {}
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const word of ['txt', 'exe', 'end']) {
          const at = (node.textContent ?? '').indexOf(word)
          if (at < 0) continue
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          lefts[word] = range.getBoundingClientRect().left
        }
      }
      return lefts
    })
    assert.ok(
      (order['txt'] ?? 0) < (order['exe'] ?? 0) && (order['exe'] ?? 0) < (order['end'] ?? 0),
      JSON.stringify(order),
    )
    const kept = await body.evaluate(element => {
      const copy = element.cloneNode(true)
      if (copy instanceof Element) for (const mark of copy.querySelectorAll('.mark')) mark.remove()
      return copy.textContent ?? ''
    })
    assert.equal(kept, HOSTILE)
  })

  it('keep what was typed when the language is switched', async () => {
    const { page } = await stage.visit('/portal/')
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Nowa interwencja' }).click()
    await page.getByText('sklep-vps', { exact: true }).click()
    await page.getByRole('button', { name: 'Dalej' }).click()
    await page.getByLabel('Na czym polega problem?').fill('Zażółć gęślą jaźń')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: /^Step 2 of 5/ }).waitFor()
    assert.equal(await page.getByRole('textbox').first().inputValue(), 'Zażółć gęślą jaźń')
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
    await page.reload()
    await page.getByRole('heading', { name: 'New intervention' }).waitFor()
  })

  it('lead from the list to the page of the request that is picked', async () => {
    const { page } = await stage.visit('/portal/')
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    await inList(page, number).press('Enter')
    await page.waitForURL(`**/portal/ticket?id=${number}`)
    await page.getByText(`Zgłoszenie nr ${number}`).first().waitFor()
    await page.getByRole('link', { name: 'Wszystkie interwencje' }).press('Enter')
    await inList(page, number).waitFor()
  })

  it('show one customer nothing of another', async () => {
    const { page } = await stage.visit('/portal/')
    await page.getByRole('button', { name: 'Maria Lopez' }).click()
    await page.getByRole('rowheader', { name: 'reservas' }).waitFor()
    await page.getByText('Nie masz jeszcze zgłoszeń').waitFor()
    assert.equal(await page.getByText(number).count(), 0)
    await page.locator('summary').click()
    await page.getByRole('button', { name: /Anna Kowalska/ }).click()
    await inList(page, number).waitFor()
    assert.ok(!(await page.content()).includes('reservas'))
  })

  it('put the focus on the main heading after signing in and switching', async () => {
    const { page } = await stage.visit('/portal/')
    await page.getByRole('heading', { name: 'Zaloguj się do panelu Mój Nordhost' }).waitFor()
    const heading = page.locator('h1:focus', { hasText: 'Twoje usługi' })
    await page.getByRole('button', { name: 'Maria Lopez' }).press('Enter')
    await heading.waitFor()
    await page.locator('summary').press('Enter')
    await page.getByRole('button', { name: /Anna Kowalska/ }).press('Enter')
    await page.getByText('Konto: Anna Kowalska').waitFor()
    await heading.waitFor()
    await page.locator('summary').press('Enter')
    await page.getByRole('button', { name: 'Wyloguj się' }).press('Enter')
    await page.locator('h1:focus', { hasText: 'Zaloguj się' }).waitFor()
    // A page that is only read again calls nobody to its heading.
    await page.reload()
    await page.getByRole('heading', { name: 'Zaloguj się' }).waitFor()
    assert.equal(await page.locator('h1:focus').count(), 0)
  })

  it('open the account’s menu over the page, and close it as menus close', async () => {
    const { page, keys } = await stage.visit('/portal/')
    const maria = page.getByRole('button', { name: 'Maria Lopez' })
    assert.equal(await maria.evaluate(button => getComputedStyle(button).textAlign), 'start')
    await maria.click()
    await page.getByRole('rowheader', { name: 'reservas' }).waitFor()
    const height = async () => (await page.locator('header').boundingBox())?.height
    const closed = await height()
    const summary = page.locator('summary')
    const out = page.getByRole('button', { name: 'Wyloguj się' })
    await summary.click()
    await out.waitFor()
    assert.equal(await height(), closed)
    await out.press('Escape')
    await out.waitFor({ state: 'hidden' })
    assert.equal(await keys.focused(), 'Konto: Maria Lopez')
    await summary.click()
    await page.getByRole('contentinfo').click()
    await out.waitFor({ state: 'hidden' })
  })

  it('mark the place in the menu that one has gone to', async () => {
    const { page } = await stage.visit('/portal/')
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    await page.getByRole('rowheader', { name: 'stary-serwer' }).waitFor()
    const current = page.locator('nav [aria-current=page]')
    assert.deepEqual(await current.allInnerTexts(), ['Usługi'])
    await page.getByRole('link', { name: 'Zgłoszenia' }).click()
    await current.filter({ hasText: 'Zgłoszenia' }).waitFor()
    assert.deepEqual(await current.allInnerTexts(), ['Zgłoszenia'])
    await page.getByRole('link', { name: 'Usługi' }).click()
    await current.filter({ hasText: 'Usługi' }).waitFor()
    assert.deepEqual(await current.allInnerTexts(), ['Usługi'])
  })
})
