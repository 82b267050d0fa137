import { html } from 'lit'
import { introserv, type InterventionAdapter } from '../../src/index.js'
import { memoryAdapter } from '../../src/testing.js'
import '../../components/credential-field/define.js'
import { aMinuteBefore } from './idle.js'
import { settled, until, type Meta, type StoryObj } from './story.js'

interface Args {
  readonly make: () => InterventionAdapter
  readonly locale: string
  readonly required: boolean
}

type Story = StoryObj<Args>

const meta: Meta<Args> = {
  title: 'Credential field',
  component: 'os-credential-field',
  args: { make: () => memoryAdapter(), locale: '', required: true },
  render: ({ make, locale, required }) =>
    html`<form
      @submit=${(event: Event) => {
        event.preventDefault()
      }}
    >
      <os-credential-field
        name="login"
        server="203.0.113.20"
        ?required=${required}
        locale=${locale}
        .adapter=${make()}
        .policy=${introserv}
      >
        <p>Call us: we take the login details another way.</p>
      </os-credential-field>
      <p><button>OK</button></p>
    </form>`,
}
export default meta

const account = 'admin'

/** Types into the fields with these ids, and leaves the last one. */
function typed(
  texts: Readonly<Record<string, string>>,
  ...presses: readonly string[]
): NonNullable<Story['play']> {
  return async ({ canvasElement }) => {
    const { renderRoot } = await until('the field', () => canvasElement.querySelector('os-credential-field'))
    const control = (id: string) =>
      until(id, () => {
        const found = renderRoot.querySelector(`#${id}`)
        return found instanceof HTMLElement && found
      })
    for (const id of presses) {
      ;(await control(id)).click()
      await settled(canvasElement)
    }
    for (const [id, text] of Object.entries(texts)) {
      const field = await control(id)
      field.focus()
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = text
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
      field.blur()
    }
    await settled(canvasElement)
  }
}

/** As browsers fill in a password: without a key, without the focus, by an event that doesn't say how. */
async function filled(context: Parameters<NonNullable<Story['play']>>[0]): Promise<void> {
  await typed({ username: account })(context)
  const { renderRoot } = await until('the field', () =>
    context.canvasElement.querySelector('os-credential-field'),
  )
  const field = await until('the password', () => renderRoot.querySelector('#password'))
  if (field instanceof HTMLInputElement) field.value = 'the password of the client area'
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  await settled(context.canvasElement)
}

async function submitted({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  canvasElement.querySelector('form')?.requestSubmit()
  await settled(canvasElement)
}

const key = (kind: string) =>
  `-----BEGIN ${kind}-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\n-----END ${kind}-----\n`

export const Empty: Story = {}
export const Optional: Story = { args: { required: false } }
export const SomethingMissing: Story = { play: submitted }
export const Sealed: Story = { play: typed({ username: account, password: 'a password for the story' }) }
export const Sent: Story = {
  play: async context => {
    await typed({ username: account, password: 'a password for the story' })(context)
    const field = context.canvasElement.querySelector('os-credential-field')
    await until('the sealed text', () => field?.value !== '')
    await submitted(context)
  },
}
export const BlanksAtTheEnds: Story = { play: typed({ username: account, password: 'copied from a mail ' }) }
export const PasswordIsTheUserName: Story = { play: typed({ username: account, password: account }) }
export const PrivateKeyAsPassword: Story = {
  play: typed({ username: account, password: key('OPENSSH PRIVATE KEY') }),
}
export const PrivateKey: Story = {
  play: typed({ username: account, privateKey: key('OPENSSH PRIVATE KEY') }, 'kind-private-key'),
}
export const KeyOfPuttyAsPassword: Story = {
  play: typed({ username: account, password: 'PuTTY-User-Key-File-3: ssh-ed25519Encryption: none' }),
}
export const PublicKeyAsPrivateKey: Story = {
  play: typed({ username: account, privateKey: key('PUBLIC KEY') }, 'kind-private-key'),
}
export const HashAsPassword: Story = {
  play: typed({ username: account, password: '$6$saltsalt$MIIBVgIBADANBgkqhkiG9w0BAQ' }),
}
export const InvisibleCharacters: Story = {
  play: typed({ username: account, password: 'copied\u200bfrom a chat' }),
}
export const UnusualBlank: Story = { play: typed({ username: account, password: 'copied\u00a0from a page' }) }
export const TypographicMarks: Story = {
  play: typed({ username: account, password: '“copied–from a text”' }),
}
export const LookAlikeLetters: Story = { play: typed({ username: account, password: 'p\u0430ssw\u043erd' }) }
export const HardToType: Story = { play: typed({ username: account, password: 'zażółć gęślą' }) }
export const FilledByTheBrowser: Story = { play: filled }
export const UserNameIsTheEMail: Story = {
  play: typed({ username: 'anna@sklep.example', password: 'a password' }),
}
export const UserNameWithInvisibleCharacters: Story = {
  play: typed({ username: 'root\u200b', password: 'a password' }),
}
export const SeveralWarnings: Story = {
  play: typed({ username: account, password: ' p\u0430ss\u200bwörd” ' }),
}
export const CapsLock: Story = {
  play: async ({ canvasElement }) => {
    const { renderRoot } = await until('the field', () => canvasElement.querySelector('os-credential-field'))
    const field = await until('the password', () => renderRoot.querySelector('#password'))
    field.dispatchEvent(new KeyboardEvent('keyup', { key: 'A', modifierCapsLock: true, bubbles: true }))
    await settled(canvasElement)
  },
}
export const NobodyThere: Story = {
  play: async context => {
    await typed({ username: account, password: 'a password for the story' })(context)
    await aMinuteBefore(context.canvasElement)
  },
}
export const NobodyThereWithPrivateKey: Story = {
  play: async context => {
    await PrivateKey.play?.(context)
    await aMinuteBefore(context.canvasElement)
  },
}
export const NoKey: Story = {
  args: { make: () => memoryAdapter({ context: { recipients: [] } }) },
  play: typed({ username: account, password: 'a password for the story' }),
}
export const NoAnswer: Story = {
  args: {
    make: () => {
      const adapter = memoryAdapter()
      adapter.fault('context', { code: 'unavailable', times: 100 })
      return adapter
    },
  },
  play: typed({ username: account, password: 'a password for the story' }),
}
export const NotConnected: Story = {
  render: () =>
    html`<os-credential-field><p>Call us: we take the login details another way.</p></os-credential-field>`,
}
