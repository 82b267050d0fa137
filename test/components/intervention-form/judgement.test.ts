import { expect } from 'chai'
import { filling } from '../../../demo/stories/fill.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { memoryAdapter, type MemoryAdapter } from '../../../src/testing.js'
import { expectAccessible } from '../../support/axe.js'
import { allByRole } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { field, inProblem, leaking, secret } from '../../support/problem-step.js'

const chips = (form: FormDriver): string[] =>
  [...form.form.shadowRoot!.querySelectorAll('.chip')].map(chip => chip.textContent.trim())
const isTicked = (form: FormDriver, id: string): boolean => form.control<HTMLInputElement>(`#${id}`)!.checked
const hacked = 'I think we were hacked, something mines on the server.'
const firewall = 'Since I changed the firewall rules the server can’t be reached any more.'

async function suggests(form: FormDriver, name: RegExp): Promise<void> {
  await until(`a chip ${String(name)}`, () => chips(form).some(chip => name.test(chip)))
}

describe('what the words speak of', () => {
  it('is offered beside them, and nothing is ticked by itself', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, firewall)
    await suggests(form, /^Recovery of the firewall/)
    expect(isTicked(form, 'tasks-network-recovery')).to.equal(false)
    await until('it is told', () =>
      document
        .querySelector('[role=status]')
        ?.textContent.includes('From your description, this may fit: Recovery'),
    )
    await expectAccessible(form.form)
  })

  it('is ticked by one press, and unticked by another', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, firewall)
    await suggests(form, /^Recovery of the firewall/)
    await form.press('button', /^Recovery of the firewall/)
    expect(isTicked(form, 'tasks-network-recovery')).to.equal(true)
    expect(form.focused()?.id).to.equal('suggestion-network-recovery')
    await form.press('button', /^Recovery of the firewall/)
    expect(isTicked(form, 'tasks-network-recovery')).to.equal(false)
  })

  it('stays ticked when the words speak of something else', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, firewall)
    await suggests(form, /^Recovery of the firewall/)
    await form.press('button', /^Recovery of the firewall/)
    const filler = await filling(document)
    await filler.type('problem', hacked)
    await suggests(form, /^Malware removal.*additional \(paid\) service$/)
    expect(chips(form).some(chip => chip.startsWith('Recovery of the firewall'))).to.equal(false)
    expect(isTicked(form, 'tasks-network-recovery')).to.equal(true)
  })

  it('leaves the field that is typed into alone', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, firewall)
    const typed = field(form, 'problem')
    typed.setSelectionRange(3, 7)
    await suggests(form, /^Recovery of the firewall/)
    expect(form.focused()).to.equal(typed)
    expect([typed.selectionStart, typed.selectionEnd, typed.value]).to.deep.equal([3, 7, firewall])
  })

  it('is nothing where another provider doesn’t sell it', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, `${hacked} ${firewall}`)
    await suggests(form, /^Malware removal/)
    const { introserv } = await import('../../../src/index.js')
    Object.assign(form.form, { policy: { ...introserv, extras: [] } })
    await form.type(/^What is the problem/, ' Help.')
    await until('no chip of it', () => !chips(form).some(chip => chip.startsWith('Malware')))
    await suggests(form, /^Recovery of the firewall/)
  })

  it('names the system, which one press notes for the engineers', async () => {
    const adapter = memoryAdapter()
    const form = await inProblem(adapter)
    await form.type(/^What is the problem/, `${firewall} It is a VPS with Debian 12.`)
    await suggests(form, /^Operating system: Debian 12$/)
    await form.press('button', 'Operating system: Debian 12')
    await form.press('button', 'Kind of server: VPS')
    await form.press('button', 'Back')
    expect(field(form, 'operatingSystem').value).to.equal('Debian 12')
    expect(isTicked(form, 'serverType-vps')).to.equal(true)
  })

  it('goes with what was typed when the page logs the customer out', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, firewall)
    await suggests(form, /^Recovery of the firewall/)
    if ('clear' in form.form && typeof form.form.clear === 'function') form.form.clear()
    await form.reaches('Which server')
    const filler = await filling(document)
    await filler.press('server')
    await filler.on()
    expect(chips(form)).to.deep.equal([])
  })
})

describe('the verdict on the scope', () => {
  it('says of a mixed request which part is which, and stops nobody', async () => {
    const form = new FormDriver(await mount(meta, stories.ProblemSuggested))
    await form.says(/In the standard service\s*Recovery of the firewall/)
    await form.says(/Additional \(paid\), if possible\s*Malware removal/)
    await form.press('button', 'Continue')
    await form.reaches('Access')
  })

  it('says that support will tell where nothing was chosen, and stops nobody', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, 'It is odd.')
    await form.type(/^What should the engineers do/, 'Have a look.')
    await form.says('Support will tell')
    await form.press('button', 'Continue')
    await form.reaches('Access')
  })
})

async function leaks(adapter?: MemoryAdapter): Promise<FormDriver> {
  const form = await inProblem(adapter)
  await form.type(/^What is the problem/, leaking)
  await form.type(/^What should the engineers do/, 'Let me in again.')
  await form.says('This looks like a password.')
  return form
}

/** Every text that the form shows, or holds in a field that isn't the secret's. */
function inSight(form: FormDriver): string {
  const root = form.form.shadowRoot!
  const open = [
    ...root.querySelectorAll<HTMLInputElement>('input:not([type=password]), textarea:not(#privateKey)'),
  ]
  return [root.innerHTML, ...open.map(({ value }) => value)].join('\n')
}

describe('a password in an open text', () => {
  it('is asked about before the step is left, and is not shown a second time', async () => {
    const form = await leaks()
    expect(form.control('#problem-guard')!.textContent).to.include('root password is •••')
    expect(form.control('#problem-guard')!.textContent).to.not.include(secret)
    await form.press('button', 'Continue')
    await form.says('In “What is the problem?” something looks like a password or a key.')
    await form.says('Step 2 of 5')
    await expectAccessible(form.form)
  })

  it('is moved to the protected field by one press, whole, and stands nowhere else', async () => {
    const form = await leaks()
    await form.press('button', /^Move to the protected field/)
    await form.says('Moved to the protected field')
    expect(field(form, 'problem').value).to.equal(leaking.replace(secret, '•••'))
    expect(inSight(form)).to.not.include(secret)
    expect(form.focused()?.id).to.equal('problem-guard')
    await form.press('button', 'Continue')
    await form.reaches('Access')
    expect(form.control<HTMLInputElement>('#password')!.value).to.equal(secret)
    expect(isTicked(form, 'access')).to.equal(true)
    await expectAccessible(form.form)
  })

  it('is masked by one press, and the way is free', async () => {
    const form = await leaks()
    await form.press('button', /^Replace it with dots/)
    await form.says('Replaced with dots')
    expect(inSight(form)).to.not.include(secret)
    expect(form.has('#password')).to.equal(false)
    await form.press('button', 'Continue')
    await form.reaches('Access')
  })

  it('is left on the customer’s word, and not asked about again', async () => {
    const form = await leaks()
    await form.press('button', /^It isn’t a secret/)
    await form.says('Left as it is')
    expect(field(form, 'problem').value).to.equal(leaking)
    await form.type(/^What is the problem/, ' More.')
    await form.press('button', 'Continue')
    await form.reaches('Access')
  })

  it('is not moved over one that is there already', async () => {
    const form = await leaks()
    await form.press('button', /^Move to the protected field/)
    await form.type(/^Error messages/, 'The old root password was Autumn-2019! by the way.')
    await form.says(/This looks like a password/)
    const offered = (await allByRole('button', undefined, form.form)).map(({ told }) => told.name)
    expect(offered.filter(name => name.startsWith('Move'))).to.deep.equal([])
    expect(offered).to.include('Replace it with dots: Error messages and symptoms')
  })

  it('is asked about in the reason why somebody can’t log in, too', async () => {
    const form = await inProblem()
    await form.type(/^What is the problem/, 'The password is lost.')
    await form.type(/^What should the engineers do/, 'Reset it.')
    await form.press('checkbox', /^Reset of the root/)
    await form.press('button', 'Continue')
    await form.press('radio', /^I can’t log in/)
    await form.type(/^Why can’t you log in/, `The root password was ${secret} and is refused.`)
    await form.says('This looks like a password.')
    await form.press('button', 'Continue')
    await form.says('In “Why can’t you log in?” something looks like')
  })

  it('is a key: goes whole into the key’s own field', async () => {
    const body = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU'.repeat(3).slice(0, 70)
    const key = `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n${body}\n-----END OPENSSH PRIVATE KEY-----`
    const form = await inProblem()
    const filler = await filling(document)
    await filler.type('problem', `I can’t get in with this one:\n${key}\nWhy?`)
    await filler.type('action', 'Let me in again.')
    await form.says('This looks like a secret key.')
    await form.press('button', /^Move to the protected field/)
    expect(field(form, 'problem').value).to.equal('I can’t get in with this one:\n•••\nWhy?')
    await form.press('button', 'Continue')
    await form.reaches('Access')
    expect(field(form, 'privateKey').value.trim()).to.equal(key)
  })
})

describe('the login details themselves', () => {
  it('are found in an open text, word for word, and masked there by one press', async () => {
    const form = new FormDriver(await mount(meta, stories.Access))
    const filler = await filling(document)
    await filler.press('access')
    await filler.type('username', 'root')
    await filler.type('password', 'correct horse')
    await form.press('button', 'Back')
    await form.type(/^What should the engineers do/, ' Log in with correct horse.')
    await form.press('button', 'Continue')
    await form.says('These are your login details from the step “Access to the server”.')
    await form.press('button', /^Replace it with dots/)
    expect(field(form, 'action').value).to.include('Log in with •••.')
    await form.press('button', 'Continue')
    await form.reaches('Access')
    expect(form.control<HTMLInputElement>('#password')!.value).to.equal('correct horse')
  })

  it('are refused as the whole of a short answer', async () => {
    const form = await inProblem()
    await form.press('button', 'Back')
    await form.type(/^Operating system/, 'correct horse')
    await form.press('button', 'Continue')
    const filler = await filling(document)
    await filler.type('problem', 'Nothing answers.')
    await filler.type('action', 'Make it answer.')
    await filler.on()
    await filler.press('access')
    await filler.type('username', 'root')
    await filler.type('password', 'correct horse')
    await filler.on()
    await form.says('Your login details are in “Operating system” too')
  })
})

describe('the ways in', () => {
  it('are all told, with the reason, and that the engineer chooses', async () => {
    const form = new FormDriver(await mount(meta, stories.Access))
    await form.press('radio', /administrator account/)
    await form.unfold(/^How the engineers may connect/)
    await form.says('The engineer chooses. First: SSH or RDP.')
    const told = [...form.form.shadowRoot!.querySelectorAll('.ways li')].map(li =>
      li.textContent.replace(/\s+/g, ' ').trim(),
    )
    expect(told).to.have.length(5)
    expect(told[0]).to.equal('SSH or RDP Tried first. If the server doesn’t answer, another way follows.')
    expect(told.at(-1)).to.match(/Not on this kind of server\.$/)
    await expectAccessible(form.form)
  })
})
