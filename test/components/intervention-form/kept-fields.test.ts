import { expect } from 'chai'
import { OsInterventionForm } from '../../../components/intervention-form/intervention-form.js'
import { filling, type Filling } from '../../../demo/stories/fill.js'
import meta from '../../../demo/stories/intervention-form.stories.js'
import { settled, until } from '../../../demo/stories/story.js'
import { AdapterFault, type FieldKey, type InterventionAdapter } from '../../../src/index.js'
import { FormDriver } from '../../support/form-driver.js'
import { mount } from '../../support/mount.js'
import { shop } from '../../support/price-form.js'
import { log } from '../../support/some-files.js'

const steps = ['server', 'problem', 'access', 'duties'] as const

const quantity = 'quantity-application-troubleshooting'
const password = 'a password for the story'
const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nZm9yIHRoZSBzdG9yeQ==\n-----END OPENSSH PRIVATE KEY-----'
/** What chooses between the two kinds of login details. */
const kinds = ['kind-password', 'kind-private-key']

/** What stands in each control of each step, by its id; of files their names. */
type Answers = Readonly<Record<string, string | boolean>>

interface Whole {
  readonly form: FormDriver
  readonly filled: Filling
  /** What the system refuses of what it gets next. */
  readonly refusal: { fields: readonly FieldKey[] }
}

/** A form in which every field of one way in has an answer, on its check page. */
async function whole(way: 'password' | 'key' | 'none'): Promise<Whole> {
  const { submit, ...system } = shop({
    customer: { owner: 'unknown', country: 'PL', kind: 'business' },
    capabilities: { files: { maxBytes: 6_000_000, maxCount: 5 } },
  })
  const refusal: { fields: readonly FieldKey[] } = { fields: [] }
  const adapter: InterventionAdapter = {
    ...system,
    submit(filing, write) {
      const { fields } = refusal
      refusal.fields = []
      return fields.length > 0
        ? Promise.reject(new AdapterFault('invalid', { fields }))
        : submit(filing, write)
    },
  }
  const form = new FormDriver(await mount(meta, { args: { adapter, locale: 'en' } }))
  const filled = await filling(form.form.parentElement!)
  await filled.press('server-other', 'serverType-vps')
  await filled.type('server-text', '185.12.4.9')
  await filled.type('operatingSystem', 'Debian 12')
  await filled.on()
  await filled.type('problem', 'Everything is slow.')
  await filled.type('action', 'Make it fast again.')
  await filled.type('errors', 'No route to host')
  await filled.press(way === 'none' ? 'tasks' : 'tasks-network-recovery', 'extras')
  await filled.type(quantity, '3')
  await until('the price', () => form.has('section.quote table'))
  await filled.type('vatId', 'PL5260001246')
  await filled.attach(log('messages.txt'))
  await filled.on()
  await filled.press(way === 'none' ? 'access-none' : 'access')
  if (way === 'none') {
    await filled.type('noAccessReason', 'The password is lost.')
    await filled.press('consoleConsent')
  } else {
    await filled.press('secondFactor')
    await filled.type('username', 'rescue-admin')
    await filled.type('port', '2222')
    if (way === 'key') {
      await filled.press('kind-private-key')
      await filled.type('privateKey', key)
      await filled.type('passphrase', password)
    } else await filled.type('password', password)
  }
  await filled.on()
  const duties = [
    'duties',
    ...['backups', 'availability', 'change-passwords', 'interruption'].map(id => `duties-${id}`),
  ]
  await filled.press(...duties, 'ownerDeclared', 'methods-datacentre', 'timeWindow-7d')
  await filled.type('signer', 'Jan Kowalski')
  await filled.press('authorization')
  await filled.on()
  await form.reaches('Check before you send')
  return { form, filled, refusal }
}

async function answers({ form }: Whole): Promise<Answers> {
  const all: Record<string, string | boolean> = {}
  for (const step of steps) {
    await shows(form, step)
    for (const control of form.form.shadowRoot!.querySelectorAll('input, textarea, select')) {
      if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
        all[control.id] = control.checked
      else if (control instanceof HTMLInputElement && control.type === 'file')
        all[control.id] =
          control.closest('.question')!.querySelector('.attached')?.textContent.includes('messages.txt') ??
          false
      else if ('value' in control && typeof control.value === 'string') all[control.id] = control.value
    }
  }
  return all
}

async function shows(form: FormDriver, field: FieldKey): Promise<void> {
  if (form.form instanceof OsInterventionForm) form.form.focusField(field)
  await settled(document)
}

/** On to the check page once more. */
async function toCheck({ form, filled }: Whole): Promise<void> {
  while (!form.control('#step-heading')!.textContent.includes('Check before')) await filled.on()
}

/** Sends it to a system that refuses these, and waits for what it says of them. */
async function refuse(request: Whole, fields: readonly FieldKey[]): Promise<void> {
  const { form, refusal } = request
  await toCheck(request)
  refusal.fields = fields
  await form.press('button', 'Send the request')
  await until('the refusal', () => form.has('#error-summary'))
  expect(form.form.shadowRoot!.querySelectorAll('#error-summary a')).to.have.length(fields.length)
}

const of = (ids: readonly string[], all: Answers): Answers =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))
const without = (all: Answers, ...ids: readonly string[]): Answers =>
  of(
    Object.keys(all).filter(id => !ids.includes(id)),
    all,
  )

describe('R9: what was typed, in every field of the form', () => {
  // What the statement names takes the tick under it along: it is another statement.
  const wrong: readonly (readonly [FieldKey, id: string, value: string, falls?: 'authorization'])[] = [
    ['server', 'server-text', '10.0.0', 'authorization'],
    ['operatingSystem', 'operatingSystem', 'half of a \ud83d'],
    ['problem', 'problem', ''],
    ['action', 'action', ''],
    ['errors', 'errors', 'half of a \ud83d'],
    ['quantities', quantity, 'many'],
    ['username', 'username', ''],
    ['port', 'port', '99999'],
    ['signer', 'signer', '', 'authorization'],
  ]

  it('stands there after a check that has failed, the password too', async () => {
    const request = await whole('password')
    let before = await answers(request)
    expect(before).to.include({ password, signer: 'Jan Kowalski', [quantity]: '3', authorization: true })
    for (const [field, id, value, falls = ''] of wrong) {
      await shows(request.form, field)
      await request.filled.type(id, value)
      await request.filled.on()
      await until(`the correction of ${field}`, () => request.form.has('#error-summary'))
      // A server that can't be read might be of any type: it is asked about more.
      const after = of(Object.keys(before), await answers(request))
      expect(without(after, falls), field).to.deep.equal(without({ ...before, [id]: value }, falls))
      await shows(request.form, field)
      await request.filled.type(id, String(before[id]))
      before = await answers(request)
    }
  }).timeout(60_000)

  it('stands there after a check that has failed, the key and its passphrase too', async () => {
    const request = await whole('key')
    const before = await answers(request)
    expect(before).to.include({ privateKey: key, passphrase: password })
    await shows(request.form, 'username')
    await request.filled.type('username', '')
    await request.filled.on()
    await until('the correction', () => request.form.has('#error-summary'))
    expect(await answers(request)).to.deep.equal({ ...before, username: '' })
  }).timeout(60_000)

  it('stands there after the system has refused it, but for what was sealed', async () => {
    const request = await whole('password')
    const before = await answers(request)
    const sealed = [...['username', 'port', 'secondFactor', 'password', 'privateKey', 'passphrase'], ...kinds]
    for (const fields of [
      ['server', 'serverType', 'operatingSystem'],
      [
        ...(['tasks', 'extras', 'problem', 'action', 'errors', 'attachments', 'quantities'] as const),
        ...(['country', 'postcode', 'customerType', 'vatId', 'quoteApproval'] as const),
      ],
      ['duties', 'methods', 'timeWindow', 'reboot', 'signer', 'ownerDeclared', 'authorization'],
      ['access'],
    ] as const) {
      await refuse(request, fields)
      expect(without(await answers(request), ...sealed), fields[0]).to.deep.equal(without(before, ...sealed))
    }
    await refuse(request, ['username', 'password', 'port', 'secondFactor'])
    expect(await answers(request)).to.deep.equal({ ...before, password: '' })
  }).timeout(60_000)

  it('stands there after the system has refused it, where there are no login details', async () => {
    const request = await whole('none')
    const before = await answers(request)
    expect(before).to.include({ noAccessReason: 'The password is lost.', consoleConsent: true })
    await refuse(request, ['noAccessReason', 'consoleConsent', 'access'])
    expect(await answers(request)).to.deep.equal(before)
  }).timeout(60_000)
})
