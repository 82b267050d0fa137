import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { nordhost } from '../../demo/policy.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'
import { violations } from './violations.js'
import { signInAs, walkOf } from './walk.js'

const PASSWORD = 'Pchnąć w tę łódź jeża 7'

/** What stands on the pages, in both languages. */
const texts = {
  pl: {
    print: 'Drukuj',
    download: 'Pobierz jako',
    file: 'potwierdzenie',
    intact: 'Bez zmian',
    changed: 'Zmienione',
    differs: 'Nie polegaj na tej stronie',
    none: 'To nie potwierdzenie',
    title: 'Potwierdzenie zgłoszenia i upoważnienia',
    statement: 'wyraźnie upoważniam',
  },
  en: {
    print: 'Print',
    download: 'Download as',
    file: 'receipt',
    intact: 'Intact',
    changed: 'Changed',
    differs: 'Don’t rely on the page',
    none: 'Not a receipt',
    title: 'Receipt of the request and authorization',
    statement: 'explicitly authorize',
  },
} as const

for (const language of ['pl', 'en'] as const) {
  const say = texts[language]

  describe(`a receipt (${language})`, () => {
    let stage: Stage
    let customer: Visit
    let number = ''
    const files: Record<string, string> = {}

    before(async () => {
      stage = await openStage()
      customer = await stage.visit('/portal/', { locale: language, timezoneId: 'Europe/Warsaw' })
      const { page } = customer
      await signInAs(page, stage.demo().url, 'anna')
      await page.exposeFunction('tellPrinted', (html: string, css: string) => {
        printed.push({ html, css })
      })
      // A headless browser has no dialog: what would be printed is told instead.
      await page.addInitScript(() => {
        if (window === top) return
        window.print = () => {
          const css = document.adoptedStyleSheets
            .flatMap(sheet => [...sheet.cssRules])
            .map(rule => rule.cssText)
          const tell: unknown = top && Reflect.get(top, 'tellPrinted')
          if (typeof tell === 'function') tell(document.documentElement.outerHTML, css.join('\n'))
          dispatchEvent(new Event('afterprint'))
        }
      })
      await page.goto(`${stage.demo().url}/portal/new`)
      const walk = walkOf(page, language, nordhost)
      await walk.to('check', PASSWORD)
      await walk.send()
      number = await walk.sent()
    })
    after(() => stage.close())

    const printed: { html: string; css: string }[] = []

    it('is downloaded by the keyboard, as HTML and as JSON, under names that say what they are', async () => {
      const { page, keys } = customer
      for (const kind of ['HTML', 'JSON'] as const) {
        const coming = page.waitForEvent('download')
        await keys.to(`${say.download} ${kind}`)
        await keys.press('Enter')
        const download = await coming
        assert.equal(download.suggestedFilename(), `nordhost-${number}-${say.file}.${kind.toLowerCase()}`)
        files[kind] = readFileSync(await download.path(), 'utf8')
      }
      for (const text of Object.values(files)) {
        assert.ok(text.includes(number) && text.includes(say.statement))
        assert.ok(!text.includes(PASSWORD) && !text.includes('BEGIN AGE'))
      }
    })

    it('is printed alone, on at most two sheets of A4, and the printed document goes away', async () => {
      const { page, keys } = customer
      await keys.press('Shift+Tab')
      await keys.press('Shift+Tab')
      assert.equal(await keys.focused(), say.print)
      await keys.press('Enter')
      await page.waitForFunction(() => !document.querySelector('iframe'))
      assert.equal(printed.length, 1)
      const [{ html, css } = { html: '', css: '' }] = printed
      assert.match(
        html,
        new RegExp(
          `^<html lang="${language}"><head><title>nordhost-${number}-${say.file}</title></head><body><main>`,
        ),
      )
      assert.ok(html.includes(say.title) && html.includes(say.statement))
      // Nothing of the page around it, and nothing that only the engineers may read.
      for (const foreign of [
        'My Nordhost',
        'Mój Nordhost',
        'Polski',
        '<script',
        '<link',
        PASSWORD,
        'BEGIN AGE',
      ])
        assert.ok(!html.includes(foreign), foreign)
      const paper = await page.context().newPage()
      await paper.setContent(html.replace('</head>', `<style>${css}</style></head>`))
      const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1')
      await paper.close()
      assert.match(pdf, /\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/)
      assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length <= 2)
    })

    it('brought no report of the strict policy and no complaint', () => {
      assert.deepEqual([...customer.reports, ...customer.complaints], [])
    })

    it('opens as a file of its own, which runs nothing and has nothing for axe to find', async () => {
      const page = await customer.page.context().newPage()
      const complaints: string[] = []
      page.on('console', message => complaints.push(message.text()))
      await page.setContent(files['HTML'] ?? '')
      assert.equal(await page.locator('h1').innerText(), `${say.title}\n${await heading(page)}`)
      assert.deepEqual(complaints, [])
      const title = await page.title()
      await page.setContent(
        (files['HTML'] ?? '').replace('<main', '<script>document.title = "ran"</script><main'),
      )
      assert.equal(await page.title(), title)
      await page.close()
      const inert = await stage.visit('/portal/verify', { bypassCSP: true })
      await inert.page.setContent(files['HTML'] ?? '')
      assert.deepEqual(await violations(inert.page), [])
      await inert.page.context().close()
    })

    it('is checked without a network: intact, changed by one character, and what is none', async () => {
      const { page, reports, complaints } = await stage.visit('/portal/verify', {
        locale: language,
        timezoneId: 'Europe/Warsaw',
      })
      await page.locator('input[type=file]').waitFor()
      await page.context().setOffline(true)
      const verdict = async (name: string, text: string) => {
        await page
          .locator('input[type=file]')
          .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
        return page.getByRole('status').locator('strong')
      }
      for (const kind of ['JSON', 'HTML'] as const) {
        const text = files[kind] ?? ''
        const intact = await verdict(`receipt.${kind}`, text)
        await intact.filter({ hasText: say.intact }).waitFor()
        const told = await page.locator('section').innerText()
        for (const words of [number, '203.0.113.24', 'Anna Kowalska', 'anna@kowalska.example', say.statement])
          assert.ok(told.includes(words), `${words}: ${told}`)
        assert.deepEqual(await violations(page), [])
        if (kind === 'HTML') {
          // What is only shown is forged, and the last line computed anew.
          const at = text.indexOf('<script type="application/json"')
          const shown = text.slice(0, at).replaceAll(say.statement, 'FORGED')
          assert.ok(shown.includes('FORGED'))
          const whole = (shown + text.slice(at)).replace(/<!-- sha256 .* -->\n$/, '')
          const line = `<!-- sha256 ${createHash('sha256').update(whole).digest('hex')} -->\n`
          await (await verdict('forged.html', whole + line)).filter({ hasText: say.differs }).waitFor()
          assert.ok(!(await page.locator('section').innerText()).includes('FORGED'))
        }
        for (const [from, to] of [
          [number, number.replace(/.$/, '9')],
          [say.statement, say.statement.toUpperCase()],
          ['"reboot": ', '"reboot": !'],
        ] as const) {
          assert.ok(text.includes(from), from)
          const changed = await verdict(`receipt.${kind}`, text.replace(from, to))
          const expected = from.startsWith('"reboot') && kind === 'JSON' ? say.none : say.changed
          await changed.filter({ hasText: expected }).waitFor()
        }
        assert.deepEqual(await violations(page), [])
      }
      await (await verdict('notes.txt', 'Zażółć')).filter({ hasText: say.none }).waitFor()
      await page.locator('summary').press('Enter')
      await page.getByRole('textbox').fill(files['JSON'] ?? '')
      await page.getByRole('textbox').press('Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('status').locator('strong').filter({ hasText: say.intact }).waitFor()
      await page.getByRole('button', { name: language === 'pl' ? 'English' : 'Polski' }).click()
      const other = language === 'pl' ? texts.en : texts.pl
      await page.getByRole('status').locator('strong').filter({ hasText: other.intact }).waitFor()
      assert.deepEqual([...reports, ...complaints], [])
    })

    async function heading(page: Page): Promise<string> {
      return (await page.locator('h1').evaluate(element => element.lastChild?.textContent)) ?? ''
    }
  })
}
