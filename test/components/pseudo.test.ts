import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import { html } from 'lit'
import { ref } from 'lit/directives/ref.js'
import field, * as fieldStories from '../../demo/stories/credential-field.stories.js'
import quote, * as quoteStories from '../../demo/stories/extras-quote.stories.js'
import priced, * as priceStories from '../../demo/stories/intervention-form-price.stories.js'
import form, * as formStories from '../../demo/stories/intervention-form.stories.js'
import list, * as listStories from '../../demo/stories/intervention-list.stories.js'
import tracker, * as trackerStories from '../../demo/stories/status-tracker.stories.js'
import type { Meta, Render, StoryObj } from '../../demo/stories/story.js'
import { expectAccessible } from '../support/axe.js'
import { mount } from '../support/mount.js'
import { outsideOfBrackets, pseudo } from '../support/pseudo.js'

/** How the language itself writes times, sizes, amounts, enumerations and countries. */
const written = [
  /(?:\d{1,2} \p{L}+ \d{4} at )?\d\d:\d\d\s[A-Z]{3,4}(?:[+-]\d+)?/gu,
  /\d [kM]?B(?:ytes)?|\d bytes/g,
  /PLN [\d.,]+/g,
  /(?:^|(?<=[\s,]))and(?= |$)/g,
  /\b(?:Finland|Germany|Poland|Portugal|Slovenia|United States)\b/g,
]

/** What the stories tell: servers, persons, files, what was typed and agreed to. */
const told = [
  /I, Anna Wiśniewska, authorize Nordhost to work in the operating system of the server 203\.0\.113\.24\./g,
  /[\w-]+(?:\.[\w-]+)*\.(?:example|png|log|html)|\b2001:db8:41::1\b|\b(?:DS|VPS|SRV)-\d+/g,
  /\b(?:kopie|Debian 12|Windows Server 2022|rescue-admin|Anna Wiśniewska|Piotr Wiśniewski)\b/gu,
  /\b(?:DE|PL)\d+/g,
  /Since the firewall change at noon nothing answers any more, SSH included\./g,
  /Open SSH again and leave the other rules as they are\./g,
  /The root password is •••/g,
]

/** A story that speaks the pseudo language from its first sight on. */
function inPseudo<Args>(
  meta: Meta<Args>,
  { args, play, render = meta.render }: StoryObj<Args>,
): StoryObj<Args> {
  const speak = (mark: Element | undefined): void => {
    const element = mark?.parentNode?.querySelector(meta.component)
    if (element) Object.assign(element, { messages: pseudo, locale: 'en' })
  }
  const spoken: Render<Args> = of => html`${render(of)}<i hidden ${ref(speak)}></i>`
  return { ...(args && { args }), ...(play && { play }), render: spoken }
}

function shown<Args, Name extends string>(
  meta: Meta<Args>,
  stories: Readonly<Record<NoInfer<Name>, StoryObj<NoInfer<Args>>>>,
  ...names: readonly Name[]
): void {
  for (const name of names) {
    it(`${meta.title}: ${name}`, async () => {
      const element = await mount(meta, inPseudo(meta, stories[name]))
      expect(element.shadowRoot!.textContent).to.include('⟦')
      const hardWritten = outsideOfBrackets(element.shadowRoot!).filter(text => {
        const left = [...told, ...written].reduce((rest, data) => rest.replace(data, ''), text)
        return /\p{L}/u.test(left)
      })
      expect(hardWritten).to.deep.equal([])
      const root = document.scrollingElement!
      expect(root.scrollWidth).to.be.at.most(root.clientWidth)
    })
  }
}

describe('in a language that nobody speaks, with longer words, on a phone, nothing is in English and all has room', () => {
  before(() => setViewport({ width: 320, height: 640 }))
  after(() => setViewport({ width: 800, height: 600 }))

  shown(form, formStories, 'ServerWrong', 'ProblemSuggested', 'ProblemWithSecret', 'ProblemWithFiles')
  shown(form, formStories, 'AccessWrong', 'AccessBySshKey', 'AccessByTemporaryAccount', 'CannotLogIn')
  shown(form, formStories, 'AuthorizationWrong', 'Check', 'SendingFiles', 'Sent', 'NotTheOwner')
  shown(form, formStories, 'OutcomeUnknown', 'NoRecipient', 'NothingSealable')
  shown(priced, priceStories, 'PriceToCheck', 'PriceWithQuantityWrong')
  shown(tracker, trackerStories, 'FirstResponseLate', 'Overdue', 'WaitingForYou', 'PriceRaised')
  shown(tracker, trackerStories, 'OpenedAfterWithdrawal', 'MethodNotAllowed', 'AuthorizationOver', 'Declined')
  shown(tracker, trackerStories, 'AccountToRemove', 'ReopeningWithLogin', 'AllowLess', 'ReplyWithFiles')
  shown(quote, quoteStories, 'BindingForBusiness', 'OutsideScope', 'RegionOfItsOwn', 'RateUnknown')
  shown(quote, quoteStories, 'PriceDiffers', 'DoesNotAddUp', 'Expired', 'ChangedAfterApproval', 'ManyZloty')
  shown(list, listStories, 'EveryPhase', 'MoreNotLoaded', 'Empty', 'Failed', 'LongNames')
  shown(field, fieldStories, 'SomethingMissing', 'Sealed', 'PrivateKeyAsPassword', 'SeveralWarnings', 'NoKey')

  it('is accessible in it too', async () => {
    const element = await mount(form, inPseudo(form, formStories.AuthorizationWrong))
    await expectAccessible(element)
  })
})
