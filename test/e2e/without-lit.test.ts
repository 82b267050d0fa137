import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openStage } from './stage.js'
import type { Stage } from './stage.js'

describe('the script tag', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  it('S2: leaves the way by hand where the page forgot to allow Lit, and warns once what is missing', async () => {
    const { page, reports, complaints } = await stage.visit('/embed/no-lit.html')
    const fallback = page.getByText('My Nordhost › Tickets › New ticket › Technical problems')
    await page.waitForFunction(() => customElements.get('os-intervention-form') === undefined)
    await page.waitForLoadState('networkidle')
    assert.ok(await fallback.isVisible())
    const warnings = complaints.filter(one => one.startsWith('warning:'))
    assert.equal(warnings.length, 1)
    assert.match(warnings[0] ?? '', /trusted-types.*lit-html/)
    assert.deepEqual(
      complaints.filter(one => one.startsWith('uncaught:')),
      [],
    )
    // The proof that a report would be seen on the other pages: here there is one.
    assert.equal(reports.length, 1)
    assert.match(reports[0] ?? '', /^trusted-types /)
  })

  it('puts the form in place of the way by hand where the page allows it', async () => {
    const { page, reports, complaints } = await stage.visit('/portal/')
    await page.getByRole('button', { name: 'Anna Kowalska' }).click()
    await page.getByRole('link', { name: 'Nowa interwencja' }).first().waitFor()
    await page.goto(`${stage.demo().url}/embed/`)
    // No language on the form: the page's own, English.
    await page.getByRole('heading', { name: /^Step 1 of 5/ }).waitFor()
    assert.ok(!(await page.getByText('My Nordhost › Tickets').first().isVisible()))
    assert.deepEqual([...reports, ...complaints], [])
  })
})
