import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { awkwardCanary, dressed, dressNames, leaks, plainCanary, watch } from './canary.js'
import type { Watch } from './canary.js'
import { openStage } from './stage.js'
import type { Stage, Visit } from './stage.js'
import { signInAs, walkOf } from './walk.js'

/** A place that something can leak into, by the names that the sweep may call it. */
const places: Readonly<Record<string, (page: Page, text: string) => Promise<unknown>>> = {
  'an attribute': (page, text) =>
    page.evaluate(value => document.body.setAttribute('data-planted', value), text),
  'a text': (page, text) => page.evaluate(value => document.body.append(value), text),
  'a comment': (page, text) => page.evaluate(value => document.body.append(new Comment(value)), text),
  'a field': (page, text) =>
    page.evaluate(value => {
      const area = document.createElement('textarea')
      document.body.append(area)
      area.value = value
    }, text),
  'the markup': (page, text) =>
    page.evaluate(value => {
      const place = document.createElement('p')
      place.attachShadow({ mode: 'closed' }).append(value)
      document.body.append(place)
    }, text),
  'the title': (page, text) => page.evaluate(value => (document.title = value), text),
  'the cookies': (page, text) =>
    page.evaluate(value => (document.cookie = `planted=${encodeURIComponent(value)}`), text),
  'the address': (page, text) => page.evaluate(value => location.replace(`#${value}`), text),
  'the history': (page, text) =>
    page.evaluate(value => history.replaceState({ deep: { planted: value } }, ''), text),
  'the window’s name': (page, text) => page.evaluate(value => (window.name = value), text),
  'web storage': (page, text) => page.evaluate(value => (sessionStorage['planted'] = value), text),
  IndexedDB: (page, text) =>
    page.evaluate(
      value =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('planted')
          opening.onupgradeneeded = () => opening.result.createObjectStore('planted')
          opening.onerror = reject
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('planted', 'readwrite')
            transaction.objectStore('planted').put({ bytes: new TextEncoder().encode(value) }, 1)
            transaction.oncomplete = () => {
              opening.result.close()
              resolve(undefined)
            }
          }
        }),
      text,
    ),
  'the cache storage': (page, text) =>
    page.evaluate(async value => (await caches.open('planted')).put('/planted', new Response(value)), text),
  'a performance entry': (page, text) =>
    page.evaluate(value => performance.mark('planted', { detail: value }), text),
  'the console': (page, text) => page.evaluate(value => console.debug({ deep: [value] }), text),
  'an error': (page, text) =>
    page.evaluate(value => {
      queueMicrotask(() => {
        throw new Error('planted', { cause: { value } })
      })
    }, text),
  'an event': (page, text) =>
    page.evaluate(
      value => new EventTarget().dispatchEvent(new CustomEvent('planted', { detail: new Map([[1, value]]) })),
      text,
    ),
  'a message': (page, text) => page.evaluate(value => postMessage([value], location.origin), text),
  'a broadcast': (page, text) =>
    page.evaluate(value => new BroadcastChannel('planted').postMessage(value), text),
  'the clipboard': async (page, text) => {
    await page.bringToFront()
    await page.evaluate(value => navigator.clipboard.writeText(value), text)
  },
  'a request': (page, text) =>
    page.evaluate(value => fetch('/planted', { method: 'POST', body: value }).then(() => undefined), text),
}

describe('the search for a password', () => {
  const odd = awkwardCanary()

  for (const dress of dressNames) {
    it(`knows it ${dress}, in whole and in part`, () => {
      for (const secret of [plainCanary(), odd]) {
        const text = dressed(secret.trim(), dress)
        assert.deepEqual(leaks(secret, [['here', 'nothing of it']]), [])
        assert.ok(leaks(secret, [['here', `before ${text} after`]]).includes(`${dress} in here`))
        const beginning = dressed([...secret.trim()].slice(0, 8).join(''), dress)
        assert.ok(leaks(secret, [['here', `before ${beginning} after`]]).includes(`${dress} in here`))
      }
    })
  }

  it('knows it in base64 wherever in a stream it begins, and in capital letters of hex', () => {
    for (const shift of ['', 'a', 'ab', 'abc']) {
      const text = Buffer.from(`{"p":"${shift}${odd}"}`).toString('base64')
      assert.ok(leaks(odd, [['here', text]]).includes('base64 in here'))
    }
    const hex = Buffer.from(odd.trim()).toString('hex').toUpperCase()
    assert.deepEqual(leaks(odd, [['here', hex]]), ['hex in here'])
  })
})

describe('what is typed as a password', () => {
  let stage: Stage

  before(async () => {
    stage = await openStage()
  })
  after(() => stage.close())

  it('S3: is found wherever it is planted, in every dress', async () => {
    let eyes: Watch | undefined
    const { page } = await stage.visit('/desk/', {
      before: async page => {
        eyes = await watch(page)
      },
    })
    assert.ok(eyes)
    for (const [place, plant] of Object.entries(places)) {
      // A title can't hold the zeros.
      const dresses = dressNames.filter(dress => place !== 'the title' || dress !== 'UTF-16')
      const planted = dresses.map(dress => ({ dress, secret: plainCanary() }))
      await plant(page, planted.map(({ dress, secret }) => dressed(secret, dress)).join(' '))
      const everything = await eyes.everything()
      for (const { dress, secret } of planted) {
        const found = leaks(secret, everything)
        assert.ok(found.includes(`${dress} in ${place}`), `${dress} in ${place}: found ${found.join(', ')}`)
      }
    }
    await page.context().close()
  })

  const journeys = [
    ['plain, on the portal in Polish', '/portal/new', 'pl', plainCanary],
    ['awkward, on a page with a script tag in English', '/embed/', 'en', awkwardCanary],
  ] as const
  for (const [what, path, language, make] of journeys) {
    it(`S3: stands nowhere but in its field: ${what}`, async () => {
      let eyes: Watch | undefined
      const visit = await stage.visit('/desk/', {
        locale: language,
        before: async page => {
          eyes = await watch(page)
        },
      })
      assert.ok(eyes)
      await nowhere(visit, eyes, path, language, make())
      await visit.page.context().close()
    })
  }

  async function nowhere(
    { page, keys, reports }: Visit,
    eyes: Watch,
    path: string,
    language: 'en' | 'pl',
    canary: string,
  ): Promise<void> {
    const sweep = async (when: string) => assert.deepEqual(leaks(canary, await eyes.everything()), [], when)
    const { url } = stage.demo()
    await signInAs(page, url, 'anna')
    await page.goto(url + path)
    const walk = walkOf(page, language)
    const { say } = walk
    await walk.to('access')
    await walk.choose('radio', say('access.account.title'))
    const field = page.locator('#password')

    // Drawn a moment after the choice: a field that isn't shown takes no focus.
    await field.waitFor()
    await field.focus()
    const characters = [...canary]
    for (const from of [0, 10, 20]) {
      await keys.type(characters.slice(from, from === 20 ? undefined : from + 10).join(''))
      await sweep(`typed from ${String(from)}`)
    }
    assert.equal(await field.inputValue(), canary)
    await page.getByRole('button', { name: say('reveal.password.show') }).click()
    await sweep('shown')
    await page.getByRole('button', { name: say('reveal.password.hide') }).click()
    await sweep('hidden again')
    await walk.on()
    await page.getByText(say('errorSummary.title')).waitFor()
    await sweep('with errors')

    const other = language === 'en' ? 'pl' : 'en'
    for (const lang of [other, language] as const) {
      await page.evaluate(to => (document.documentElement.lang = to), lang)
      await walkOf(page, lang).at('access')
      await sweep(`in ${lang}`)
    }
    await page.evaluate(() => {
      const form = document.querySelector('os-intervention-form')
      const further = document.createElement('section')
      document.querySelector('main')?.append(further)
      if (form) further.append(form)
    })
    assert.equal(await field.inputValue(), canary)
    await sweep('moved')

    await walk.write('username', 'root')
    await walk.on()
    await walk.at('authorization')
    await sweep('a step on')
    await walk.authorize()
    await walk.on()
    await walk.at('check')
    await sweep('on the check page')

    // A backend that repeats what it was sent is none of ours; that it is never shown or logged, is.
    await page.route('**/api/interventions', route =>
      route.fulfill({
        status: 500,
        contentType: 'application/json',
        body: JSON.stringify({ code: 'unavailable', message: canary, fields: [canary] }),
      }),
    )
    await walk.send()
    const check = page.getByRole('button', { name: say('outcome.unknown.check') })
    await check.waitFor()
    await sweep('not known')
    await page.unroute('**/api/interventions')
    await check.click()
    await walk.sent()
    await sweep('sent')
    assert.equal(await page.locator('#password').count(), 0)

    await page.getByRole('button', { name: say('sent.new') }).click()
    await walk.to('access')
    await walk.choose('radio', say('access.account.title'))
    await field.focus()
    await keys.type(canary)
    const left = await page.evaluate(async () => {
      const form = document.querySelector('os-intervention-form')
      form?.remove()
      await Promise.resolve()
      const input = form?.shadowRoot?.querySelector('#password')
      return input instanceof HTMLInputElement && input.value
    })
    assert.equal(left, '')
    await sweep('removed')
    assert.deepEqual(leaks(canary, [['what the backend was sent', stage.sent()]]), [])
    assert.deepEqual(reports, [])
  }
})
