import { expect } from 'chai'
import { IssuesShownEvent } from '../../../components/index.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { told } from '../../support/by-role.js'
import { expectAccessible } from '../../support/axe.js'
import { FormDriver } from '../../support/form-driver.js'
import { formStories } from '../../support/form-stories.js'
import { press } from '../../support/keys.js'
import { mount } from '../../support/mount.js'

describe('what is to be corrected', () => {
  it('stands in a summary that takes the focus, with a link to each field', async () => {
    const form = new FormDriver(await mount(meta, stories.ProblemWrong))
    expect(form.focused()?.id).to.equal('error-summary')
    expect((await told(form.focused()!)).name).to.equal('Correct these fields')
    await form.press('link', /^Say what the engineers/)
    expect(form.focused()?.id).to.equal('action')
  })

  it('says the same at the field as in the summary', async () => {
    const form = new FormDriver(await mount(meta, stories.ProblemWrong))
    const links = [...form.form.shadowRoot!.querySelectorAll('#error-summary a')].map(link =>
      link.textContent.trim(),
    )
    const errors = [...form.form.shadowRoot!.querySelectorAll('.error')].map(error =>
      error.textContent.trim(),
    )
    expect(errors).to.deep.equal(links).and.have.length(2)
  })

  it('is told with the field: name, then hint, then error', async () => {
    const form = new FormDriver(await mount(meta, stories.ProblemWrong))
    const field = await told(form.control('#action')!)
    expect(field.name).to.equal('What should the engineers do?')
    expect(field.description).to.match(/^For example.*Say what the engineers should do/)
    expect(field['invalid']).to.equal('true')
  })

  it('is not told before anything was pressed', async () => {
    const form = new FormDriver(await mount(meta, stories.Problem))
    expect((await told(form.control('#action')!))['invalid']).to.not.equal('true')
  })

  it('names fields and nothing else to the page', async () => {
    const keys: unknown[] = []
    const listen = (event: Event): void => {
      keys.push(event instanceof IssuesShownEvent ? event.detail : event)
    }
    document.addEventListener('os-issues-shown', listen)
    await mount(meta, stories.ProblemWrong)
    document.removeEventListener('os-issues-shown', listen)
    expect(keys).to.deep.equal([{ keys: ['problem', 'action'] }])
  })

  it('goes when it is mended, and takes nobody’s mended answer with it', async () => {
    const form = new FormDriver(await mount(meta, stories.ProblemWrong))
    await form.type(/^What is the problem/, 'It is down.')
    await press('Tab')
    await form.says('Say what the engineers should do')
    expect(form.control('#error-summary')?.textContent).to.not.include('Describe the problem')
    await form.type(/^What should the engineers/, 'Repair it.')
    await press('Tab')
    expect(form.has('#error-summary')).to.equal(false)
  })

  it('finds a password that stands in the description too, and leads there', async () => {
    const form = new FormDriver(await mount(meta, stories.Access))
    await form.press('radio', /administrator account/)
    await form.type(/^User name/, 'root')
    await form.type(/^Password/, 'firewall')
    await form.press('button', 'Continue')
    await form.press('link', /are in “What is the problem/)
    await form.reaches('What is wrong')
    expect(form.focused()?.id).to.equal('problem')
    expect((await told(form.control('#problem')!))['invalid']).to.equal('true')
  })

  it('keeps what was typed, forwards, back and after a failed check', async () => {
    const form = new FormDriver(await mount(meta, stories.Problem))
    await form.type(/^What is the problem/, 'typed once')
    await form.press('button', 'Continue')
    await form.press('button', 'Back')
    await form.reaches('Which server')
    await form.press('button', 'Continue')
    await form.reaches('What is wrong')
    expect(form.control<HTMLTextAreaElement>('#problem')?.value).to.equal('typed once')
  })

  it('is found by Enter in a field as well as by the button', async () => {
    const form = new FormDriver(await mount(meta, stories.Access))
    await form.press('radio', /administrator account/)
    form.control('#username')?.focus()
    await press('Enter')
    await form.says('Give the user name')
    await form.says('Type the password of the account')
  })

  it('leads from the summary to the server that is typed', async () => {
    const form = new FormDriver(await mount(meta, stories.Server))
    await form.press('radio', /^Another server/)
    await form.type(/^Server/, '10.0.0')
    await form.press('button', 'Continue')
    await form.press('link', /can’t be read as an address/)
    expect(form.focused()?.id).to.equal('server-text')
  })
})

describe('who may authorize', () => {
  it('a person who is not the owner is told so at once, keeps the draft and sends nothing', async () => {
    const form = new FormDriver(await mount(meta, stories.NotTheOwner))
    await form.says('Only the account owner can authorize')
    expect(form.has('button.primary')).to.equal(false)
    expect(form.has('#authorization')).to.equal(false)
    await form.press('button', 'Back')
    await form.press('button', 'Back')
    expect(form.control<HTMLTextAreaElement>('#problem')?.value).to.match(/^Since the firewall/)
  })

  it('a person of whom the client area cannot tell declares to be the owner', async () => {
    const form = new FormDriver(await mount(meta, stories.OwnerUnknown))
    await form.press('link', /^Declare that you are/)
    expect(form.focused()?.id).to.equal('ownerDeclared')
  })
})

describe('axe finds nothing wrong', () => {
  const shown = formStories.filter(([name]) => name !== 'NotConnected')
  for (const locale of ['en', 'pl']) {
    for (const [name, meta, story] of shown) {
      it(`in ${name}, ${locale}`, async () => {
        await expectAccessible(await mount(meta, { ...story, args: { ...story.args, locale } }))
      })
    }
  }
})
