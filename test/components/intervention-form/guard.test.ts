import { expect } from 'chai'
import { filling } from '../../../demo/stories/fill.js'
import meta, * as stories from '../../../demo/stories/intervention-form.stories.js'
import { until } from '../../../demo/stories/story.js'
import { memoryAdapter } from '../../../src/testing.js'
import { allByRole } from '../../support/by-role.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { field, inProblem, leaking, secret } from '../../support/problem-step.js'

const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Types at once: nothing is drawn in between. */
function put(form: FormDriver, id: string, text: string): void {
  const control = field(form, id)
  control.focus()
  control.value = text
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }))
}

async function leaks(): Promise<FormDriver> {
  const form = await inProblem()
  const filler = await filling(document)
  await filler.type('problem', leaking)
  await filler.type('action', 'Let me in again.')
  await form.says('This looks like a password.')
  await later(500)
  return form
}

/** All sentences that are told while something happens. */
async function told(what: () => Promise<void>): Promise<string[]> {
  const heard: string[] = []
  const region = await until('a region', () => document.querySelector('[role=status]'))
  const observer = new MutationObserver(() => {
    if (region.textContent) heard.push(region.textContent)
  })
  observer.observe(region, { childList: true, characterData: true, subtree: true })
  await what()
  observer.disconnect()
  return heard
}

describe('the guard of the open texts, however quick the customer is', () => {
  it('masks the secret where it stands now, not where it stood when drawn', async () => {
    const form = await leaks()
    put(form, 'problem', `Good morning, dear engineers. ${leaking}`)
    field(form, 'problem-masked').click()
    await later(50)
    expect(field(form, 'problem').value).to.equal(
      `Good morning, dear engineers. ${leaking}`.replace(secret, '•••'),
    )
  })

  it('leaves no half of a secret that nothing finds any more', async () => {
    const form = await leaks()
    put(form, 'problem', `Oh. ${leaking}`)
    field(form, 'problem-masked').click()
    await later(600)
    expect(field(form, 'problem').value).to.not.include('024!')
  })

  it('moves without losing what was typed since', async () => {
    const form = await leaks()
    put(form, 'problem', `${leaking} Please hurry, the shop is down.`)
    field(form, 'problem-moved').click()
    await later(50)
    expect(field(form, 'problem').value).to.include('Please hurry')
  })

  it('masks once, however often it is pressed', async () => {
    const form = await leaks()
    const button = field(form, 'problem-masked')
    button.click()
    button.click()
    await later(50)
    expect(field(form, 'problem').value).to.equal(leaking.replace(secret, '•••'))
  })

  it('asks about a secret once, not at every pause', async () => {
    const form = await leaks()
    const heard = await told(async () => {
      put(form, 'action', 'Let me in again, please.')
      await later(700)
      put(form, 'action', 'Let me in again, please, soon.')
      await later(700)
    })
    expect(heard).to.deep.equal([])
  })

  it('leaves nothing in an element that is taken away at once', async () => {
    const form = await leaks()
    field(form, 'problem-moved').click()
    form.form.remove()
    await later(200)
    expect(form.control<HTMLInputElement>('#password')?.value ?? '').to.equal('')
  })

  it('reads what was typed before the element was moved in the document', async () => {
    const form = await inProblem()
    put(form, 'problem', leaking)
    const home = document.createElement('section')
    document.body.append(home)
    home.append(form.form)
    await later(1500)
    const { textContent } = form.form.shadowRoot!
    home.remove()
    expect(textContent.includes('This looks like a password.')).to.equal(true)
  })

  it('doesn’t let a moved key take the place of the moved password in silence', async () => {
    const form = await inProblem()
    const key = `-----BEGIN OPENSSH PRIVATE KEY-----\n${'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU'.repeat(4)}\n-----END OPENSSH PRIVATE KEY-----`
    const filler = await filling(document)
    await filler.type('problem', `The root password is ${secret} and this key is refused:\n${key}\nWhy?`)
    await form.says('This looks like a password.')
    await form.press('button', /^Move to the protected field/)
    await form.says('This looks like a secret key.')
    const offered = (await allByRole('button', undefined, form.form)).map(each => each.told.name)
    expect(offered.filter(name => name.startsWith('Move'))).to.deep.equal([])
  })

  it('doesn’t take a disk’s recovery key for the key of SSH', async () => {
    const form = await inProblem()
    const filler = await filling(document)
    await filler.type(
      'problem',
      'The disk is locked. BitLocker recovery key 123456-234567-345678-456789-567890-678901-789012-890123.',
    )
    await until('guard', () => form.has('#problem-guard'))
    expect(form.has('#problem-moved')).to.equal(false)
  })

  it('is not blocked by an answer that is shown nowhere', async () => {
    const form = new FormDriver(await mount(meta, { args: { adapter: memoryAdapter(), locale: 'en' } }))
    const filler = await filling(document)
    await filler.press('server-other')
    await filler.type('server-text', 'correct-horse')
    await filler.press('server')
    await filler.on()
    await filler.type('problem', 'Nothing answers.')
    await filler.type('action', 'Make it answer.')
    await filler.on()
    await filler.press('access')
    await filler.type('username', 'root')
    await filler.type('password', 'correct-horse')
    await filler.on()
    await later(300)
    expect(form.control('#step-heading')!.textContent).to.include('Your authorization')
  })

  it('puts a key that was quoted into its field so that it can be used', async () => {
    const body = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW'
    const form = await inProblem()
    const filler = await filling(document)
    await filler.type(
      'problem',
      `My key:\n> -----BEGIN OPENSSH PRIVATE KEY-----\n> ${body}\n> ${body}\n> -----END OPENSSH PRIVATE KEY-----\n`,
    )
    await form.says('This looks like a secret key.')
    await form.press('button', /^Move to the protected field/)
    await later(100)
    expect(field(form, 'privateKey').value.trim()).to.equal(
      `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n${body}\n-----END OPENSSH PRIVATE KEY-----`,
    )
  })

  it('puts a key that was pasted in one line into its field in lines', async () => {
    const body = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW'
    const form = await inProblem()
    const filler = await filling(document)
    await filler.type(
      'problem',
      `My key: -----BEGIN OPENSSH PRIVATE KEY----- ${body} ${body} -----END OPENSSH PRIVATE KEY----- ok`,
    )
    await form.says('This looks like a secret key.')
    await form.press('button', /^Move to the protected field/)
    await later(100)
    expect(field(form, 'privateKey').value.trim().split('\n').length).to.be.greaterThan(1)
  })

  it('tells nothing of a field that isn’t in sight when a password is moved there', async () => {
    const form = await inProblem()
    const filler = await filling(document)
    await filler.type('problem', 'The root password is Win–ter„2024! and it worked.')
    await form.says('This looks like a password.')
    await later(500)
    const heard = await told(async () => {
      field(form, 'problem-moved').click()
      await later(500)
    })
    expect(heard).to.deep.equal([])
  })

  it('is asked before the step is left, even right after the paste', async () => {
    const form = await inProblem()
    put(form, 'action', 'Let me in.')
    put(form, 'problem', leaking)
    const filler = await filling(document)
    await filler.on()
    await later(100)
    expect(form.control('#step-heading')!.textContent).to.include('What is wrong')
  })

  it('is asked before the step is left, right after the first paste', async () => {
    const form = new FormDriver(await mount(meta, { args: { adapter: memoryAdapter(), locale: 'en' } }))
    const filler = await filling(document)
    await filler.press('server')
    await filler.on()
    put(form, 'action', 'Let me in.')
    put(form, 'problem', leaking)
    await filler.on()
    await later(100)
    expect(form.control('#step-heading')!.textContent).to.include('What is wrong')
  })
})

const hacked = 'I think we were hacked, something mines on the server.'
const firewall = 'Since I changed the firewall rules the server can’t be reached any more.'

describe('the chips, whatever comes meanwhile', () => {
  it('keep what they are under the focus', async () => {
    const form = await inProblem()
    put(form, 'problem', `${firewall} ${hacked}`)
    await until('two chips', () => form.has('#suggestion-network-recovery') && form.control('.chip + .chip'))
    const chip = [...form.form.shadowRoot!.querySelectorAll<HTMLElement>('.chip')]
    const ids = chip.map(({ id }) => id)
    put(form, 'problem', hacked)
    chip[0]!.focus()
    const name = chip[0]!.textContent
    await later(700)
    expect(ids.length).to.be.greaterThan(1)
    expect(form.focused() === chip[0] ? chip[0]!.textContent : name).to.equal(name)
  })

  it('tell the ear what the eye sees: that it is paid', async () => {
    const form = await inProblem()
    const heard = await told(async () => {
      put(form, 'problem', hacked)
      await later(900)
    })
    expect(heard.join()).to.match(/Malware/)
    expect(heard.join()).to.match(/paid/)
  })

  it('tell the ear of the system', async () => {
    const form = await inProblem()
    const heard = await told(async () => {
      put(form, 'problem', 'It is odd. My VPS runs Debian 12.')
      await later(900)
    })
    expect(form.has('.chip')).to.equal(true)
    expect(heard.join()).to.match(/Debian 12/)
  })
})

describe('what the form says of the words and the ways in', () => {
  it('tells the ear that an address is no use, even after a pause', async () => {
    const form = new FormDriver(await mount(meta, { args: { adapter: memoryAdapter(), locale: 'en' } }))
    const filler = await filling(document)
    await filler.press('server-other')
    const heard: string[] = []
    put(form, 'server-text', '10.0.0.5')
    await later(200)
    const { announce } = await import('../../../components/shared/announcer.js')
    announce('start')
    await later(100)
    heard.push(
      ...(await told(async () => {
        await later(700)
        await filler.on()
        await later(300)
      })),
    )
    expect(heard.join()).to.match(/can’t connect to this address/)
  })

  it('doesn’t say that a method is tried first which the customer doesn’t allow', async () => {
    const form = new FormDriver(await mount(meta, stories.Authorization))
    await form.says('Your authorization')
    const boxes = [...form.form.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=methods]')]
    expect(boxes.length).to.be.greaterThan(0)
    const [first] = boxes
    expect(first!.checked).to.equal(true)
    first!.click()
    await later(100)
    await form.press('button', 'Back')
    await later(100)
    expect(form.form.shadowRoot!.querySelector('.ways')!.textContent.replace(/\s+/g, ' ')).to.not.match(
      /SSH or RDP Tried first/,
    )
  })

  it('promises nothing in green while the words speak of what is paid', async () => {
    const form = await inProblem()
    put(form, 'problem', `${hacked} ${firewall}`)
    await until('chips', () => form.has('#suggestion-network-recovery'))
    field(form, 'suggestion-network-recovery').click()
    await later(100)
    const chips = [...form.form.shadowRoot!.querySelectorAll('.chip')].map(one => one.textContent.trim())
    const verdict = form.form.shadowRoot!.querySelector('.notice.success')?.textContent.replace(/\s+/g, ' ')
    expect(verdict, chips.join('|')).to.equal(undefined)
  })

  it('shows what another policy sells as soon as it is there', async () => {
    const form = await inProblem()
    const { introserv } = await import('../../../src/index.js')
    Object.assign(form.form, { policy: { ...introserv, extras: [] } })
    await later(50)
    put(form, 'problem', hacked)
    await later(900)
    Object.assign(form.form, { policy: introserv })
    await later(900)
    expect([...form.form.shadowRoot!.querySelectorAll('.chip')].map(one => one.id)).to.include(
      'suggestion-malware-removal',
    )
  })

  it('masks a secret wherever it stands, as it says', async () => {
    const form = await inProblem()
    const filler = await filling(document)
    await filler.type('action', 'Try Winter-2024! again, please, it must work.')
    await filler.type('problem', `${leaking} I tried Winter-2024! ten times and typed it slowly.`)
    await form.says('This looks like a password.')
    await later(500)
    field(form, 'problem-masked').click()
    await later(600)
    const asked = form.form.shadowRoot!.textContent.includes('This looks like a password.')
    const open = [field(form, 'problem').value, field(form, 'action').value].join(' | ')
    expect(open.includes(secret) && !asked, open).to.equal(false)
  })

  it('doesn’t say that something is in the protected field once it isn’t', async () => {
    const form = await leaks()
    await form.press('button', /^Move to/)
    await form.press('button', 'Continue')
    await form.reaches('Access')
    field(form, 'password').value = ''
    field(form, 'password').dispatchEvent(
      new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }),
    )
    await form.press('button', 'Back')
    expect(form.form.shadowRoot!.textContent.includes('Moved to the protected field')).to.equal(false)
  })

  it('names no method first that the server can’t have', async () => {
    const { introserv } = await import('../../../src/index.js')
    const form = await inProblem()
    await form.press('button', 'Back')
    const filler = await filling(document)
    await filler.press('serverType')
    Object.assign(form.form, {
      policy: { ...introserv, methods: introserv.methods.filter(({ id }) => id === 'vnc') },
    })
    await later(50)
    await filler.on()
    put(form, 'problem', 'It is odd.')
    put(form, 'action', 'Look.')
    await filler.on()
    await filler.press('access')
    await later(100)
    expect(form.form.shadowRoot!.textContent.includes('First: VNC')).to.equal(false)
  })

  it('leaves the focus near when the chip that has it goes', async () => {
    const form = await inProblem()
    put(form, 'problem', firewall)
    await until('chip', () => form.has('#suggestion-network-recovery'))
    put(form, 'problem', 'Hello.')
    field(form, 'suggestion-network-recovery').focus()
    await later(700)
    expect(form.focused()?.id).to.not.equal('step-heading')
  })
})
