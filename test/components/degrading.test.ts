import { expect } from 'chai'
import formMeta, * as formStories from '../../demo/stories/intervention-form-simpler.stories.js'
import { NothingSealable, OutcomeUnknownForGood } from '../../demo/stories/intervention-form.stories.js'
import listMeta, { WithoutACount } from '../../demo/stories/intervention-list.stories.js'
import trackerMeta, * as stories from '../../demo/stories/status-tracker-simpler.stories.js'
import { until, type Meta, type StoryObj } from '../../demo/stories/story.js'
import type { InterventionAdapter, Message } from '../../src/index.js'
import { expectAccessible } from '../support/axe.js'
import { allByRole, byRole } from '../support/by-role.js'
import { press } from '../support/keys.js'
import { mount } from '../support/mount.js'

interface Shown {
  readonly element: HTMLElement
  /** What was said on the ticket, in order. */
  readonly said: readonly Message[]
  readonly text: () => string
  readonly reads: (words: string | RegExp) => Promise<unknown>
}

interface Common {
  readonly make: () => InterventionAdapter
  readonly locale: string
}

/** Shows a story, and hears what goes out of it. */
async function show<Args extends Common>(meta: Meta<Args>, story: StoryObj<Args>): Promise<Shown> {
  const said: Message[] = []
  const make = story.args?.make ?? meta.args.make
  const heard = (): InterventionAdapter => {
    const adapter = make()
    return {
      ...adapter,
      reply(id, message, write) {
        said.push(message)
        return adapter.reply(id, message, write)
      },
    }
  }
  const args: Args = { ...meta.args, ...story.args, make: heard, locale: 'en' }
  const element = await mount({ ...meta, args }, { ...story, args: {} })
  const text = () => element.shadowRoot!.textContent.replace(/\s+/g, ' ').trim()
  const reads = (words: string | RegExp) =>
    until(String(words), () => (typeof words === 'string' ? text().includes(words) : words.test(text())))
  return { element, said, text, reads }
}

const tracker = (story: StoryObj<typeof trackerMeta.args>) => show(trackerMeta, story)
const form = (story: StoryObj<typeof formMeta.args>) => show(formMeta, story)

const steps = ({ element }: Shown) =>
  [...element.shadowRoot!.querySelectorAll('.path > li')].map(step =>
    step.textContent.replace(/\d.*/s, '').replace(/\s+/g, ' ').trim(),
  )

async function pressed({ element }: Shown, name: string | RegExp): Promise<void> {
  const button = await byRole('button', name, element)
  button.focus()
  await press('Enter')
}

const isThere = async ({ element }: Shown, role: string, name: string | RegExp) =>
  (await allByRole(role, name, element)).length > 0

describe('a ticket system that can do less', () => {
  let shown: Shown

  afterEach(async () => {
    await expectAccessible(shown.element)
  })

  it('that tells phases alone has a step for each phase, and says the same above them', async () => {
    shown = await tracker(stories.PhasesAlone)
    expect(steps(shown)).to.deep.equal(['Received (completed)', 'Work in progress (now)', 'Done (next)'])
    expect(shown.element.shadowRoot!.querySelector('.state')!.textContent.trim()).to.equal('Work in progress')
    expect(shown.text()).not.to.match(/Assessing|working/)
  })

  it('that can’t tell that work is on draws no step of it, not even a grey one', async () => {
    shown = await tracker(stories.FewPhases)
    expect(steps(shown)).to.deep.equal([
      'Sent (now)',
      'Verifying account and authorization (next)',
      'Done (next)',
    ])
  })

  it('that takes no files has no place for them, and says where a log goes', async () => {
    shown = await tracker(stories.NoFiles)
    expect(await isThere(shown, 'DisclosureTriangle', /Attach files/)).to.equal(false)
    expect(shown.text()).to.include('copy the important lines of a log into your text')
    shown = await form(formStories.NoFiles)
    expect(await isThere(shown, 'DisclosureTriangle', /Attach files/)).to.equal(false)
    expect(shown.text()).to.include('copy the important lines of a log into your text')
  })

  it('that can take nothing sealed is told of loudly, with the way by hand, and asks for no login details', async () => {
    shown = await tracker(stories.NoSealing)
    expect(await isThere(shown, 'button', 'Enter new login details')).to.equal(false)
    shown = await show(formMeta, NothingSealable)
    expect(await isThere(shown, 'textbox', /password/i)).to.equal(false)
    expect(shown.element.shadowRoot!.querySelector('.notice.danger')).not.to.equal(null)
  })

  it('that keeps sealed text in a message shows it folded, and the words around it', async () => {
    shown = await tracker(stories.SealedInTheMessage)
    expect(shown.text()).to.include('The password was changed.').and.to.include('It works from here.')
    const fold = await byRole('DisclosureTriangle', 'Sealed login details', shown.element)
    const block = fold.closest('details')!.querySelector<HTMLElement>('p')!
    expect(block.checkVisibility()).to.equal(false)
    fold.focus()
    await press('Enter')
    await until('the sealed text', () => block.checkVisibility())
    expect(block.textContent)
      .to.match(/^-----BEGIN AGE/)
      .and.to.match(/FILE-----$/)
  })

  it('that can’t delete login details promises no deletion, and tells what becomes of them', async () => {
    shown = await tracker(stories.LoginStays)
    const promised = 'the support team destroys the key that opens them when the work is done'
    expect(shown.text()).to.include(promised)
    expect(shown.text()).not.to.include('your login details are destroyed')
    expect(shown.text()).not.to.match(/can no longer open/)
    shown = await tracker(stories.LoginStaysAtTheEnd)
    expect(shown.text()).to.include(promised)
  })

  it('in which the same twice is there twice is sent nothing again by itself, and the customer is asked to look', async () => {
    shown = await tracker(stories.NothingTwice)
    expect(shown.text()).to.include('If it isn’t there, send it again.')
    expect(await isThere(shown, 'button', 'Try again')).to.equal(false)
    expect(shown.said).to.have.length(1)
    shown = await show(formMeta, OutcomeUnknownForGood)
    expect(await isThere(shown, 'button', /It isn’t there/)).to.equal(true)
  })

  it('that tells nothing by itself is asked, and how fresh it is stands there', async () => {
    shown = await tracker(stories.AskedNowAndThen)
    expect(shown.text()).to.match(/Last update:? .*\d{2}:\d{2}/)
  })

  it('that doesn’t count has more to load, and no number', async () => {
    shown = await show(listMeta, WithoutACount)
    expect(await isThere(shown, 'button', 'Show more')).to.equal(true)
    expect(shown.text()).not.to.match(/\d+ of \d+/)
  })

  it('without locking takes an answer as it is, below what came meanwhile', async () => {
    shown = await tracker(stories.NoLocking)
    const talk = shown.element.shadowRoot!.querySelector('.entries')!.textContent
    expect(talk.indexOf('One moment, please (1).')).to.be.within(0, talk.indexOf('The disk is full, too.'))
    expect(shown.said).to.have.length(1)
  })

  it('that didn’t keep an answer says so, and takes it as a message', async () => {
    shown = await tracker(stories.AnswerNotKept)
    expect(shown.text()).to.include('did not keep')
    await pressed(shown, 'Send it as a message')
    await until('the message', () =>
      shown.element.shadowRoot!.querySelector('.entries')!.textContent.includes('The disk is full, too.'),
    )
    expect(shown.said.map(({ text }) => text)).to.deep.equal(Array(2).fill('The disk is full, too.'))
    expect(shown.text()).not.to.include('did not keep')
  })

  it('that didn’t keep sealed login details offers to seal them anew, never to write them', async () => {
    shown = await tracker(stories.LoginNotKept)
    expect(await isThere(shown, 'button', 'Send it as a message')).to.equal(false)
    await pressed(shown, 'Seal the login details again')
    await byRole('textbox', /^Password/, shown.element)
    shown = await form(formStories.LoginNotKept)
    expect(shown.text()).to.include('Don’t write them in a message.')
    expect(await isThere(shown, 'button', 'Send it as a message')).to.equal(false)
  })

  it('that didn’t keep answers of the request takes them as a message, without any secret', async () => {
    shown = await form(formStories.AnswersNotKept)
    expect(shown.text()).to.match(/did not keep: [^?]*Operating system[^?]*\./)
    await pressed(shown, 'Send it as a message')
    await shown.reads('Sent as a message: the engineers have it now.')
    const [message] = shown.said
    expect(message?.text).to.include('OS INTERVENTION REQUEST')
    expect(JSON.stringify(message)).not.to.match(/AGE ENCRYPTED|a password for the story/)
    expect(await isThere(shown, 'button', 'Send it as a message')).to.equal(false)
  })

  it('in which the ticket has moved is read anew, and the answer stays in its field', async () => {
    shown = await tracker(stories.TicketMoved)
    const field = await byRole('textbox', /Write to/, shown.element)
    expect(field).to.have.property('value', 'The disk is full, too.')
  })

  it('that wants a sign-in keeps the answer, and says so', async () => {
    shown = await tracker(stories.SignedOut)
    const field = await byRole('textbox', /Write to/, shown.element)
    expect(field).to.have.property('value', 'The disk is full, too.')
    expect(shown.text()).to.match(/sign in/i)
  })
})
