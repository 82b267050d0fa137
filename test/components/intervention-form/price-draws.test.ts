import { expect } from 'chai'
import { wordsFor } from '../../../locales/index.js'
import { until } from '../../../demo/stories/story.js'
import { names, PriceForm, shop } from '../../support/price-form.js'

/** How often each sentence was asked for since the last look: what is drawn asks for its words. */
class Asked {
  readonly messages = {}
  #keys: string[] = []

  constructor() {
    // The element is given the very same words, as long as it has the same messages.
    const words = wordsFor('en', this.messages)
    const { say, wording } = words
    Object.assign(words, {
      say: (...asked: Parameters<typeof say>) => {
        this.#keys.push(asked[0])
        return say(...asked)
      },
      wording: (...asked: Parameters<typeof wording>) => {
        this.#keys.push(asked[1])
        return wording(...asked)
      },
    })
  }

  /** The sentences that were asked for, each once, and nothing of them from now on. */
  take(): readonly string[] {
    const keys = [...new Set(this.#keys)].sort()
    this.#keys = []
    return keys
  }
}

/** The words of all that has nothing to do with the price. */
const others =
  /^(field\.(problem|action|errors|tasks|access|username|password|privateKey|passphrase|port|secondFactor)|task|access|method|warning|guard|statement)\./

describe('a press on an extra', () => {
  async function counted() {
    const asked = new Asked()
    const form = await PriceForm.opened(shop())
    Object.assign(form.form, { messages: asked.messages })
    // The login details are there already, out of sight.
    await form.press('button', 'Continue')
    await form.press('radio', /administrator account/)
    await form.press('button', 'Back')
    await form.unfold(/^Additional/)
    expect(asked.take().filter(key => others.test(key))).to.include.members([
      'field.problem.label',
      'field.action.label',
      'field.errors.label',
      'field.tasks.label',
      'task.password-reset.title',
      'field.username.label',
      'field.password.label',
    ])
    // What reads the words may still come.
    await new Promise(resolve => setTimeout(resolve, 600))
    asked.take()
    return { form, asked }
  }

  it('changes the total, and asks for the words of nothing else', async () => {
    const { form, asked } = await counted()
    await form.press('checkbox', names.tuning)
    await until('a price', () => form.has('table'))
    await form.press('checkbox', names.malware)
    await form.reads('€367.03')
    const keys = asked.take()
    expect(keys).to.include.members([
      'field.extras.label',
      'extra.malware-removal.title',
      'scope.extra.title',
      'quantity.15-minutes',
      'quote.title',
      'quote.approve.estimate',
    ])
    expect(keys.filter(key => others.test(key))).to.deep.equal([])
  })

  it('touches nothing else on the page', async () => {
    const { form } = await counted()
    await form.press('checkbox', names.tuning)
    await until('a price', () => form.has('table'))
    const touched: string[] = []
    const root = form.form.shadowRoot!
    const price = form.control('section.quote')!
    const extras = form.control('[data-field=extras]')!.closest('details')!
    const watch = new MutationObserver(changes => {
      for (const { target } of changes)
        if (!price.contains(target) && !extras.contains(target))
          touched.push(
            target.parentElement?.closest('[id], [class]')?.outerHTML.slice(0, 80) ?? target.nodeName,
          )
    })
    watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    await form.press('checkbox', names.malware)
    await form.reads('€367.03')
    watch.disconnect()
    expect(touched).to.deep.equal([])
  })
})
