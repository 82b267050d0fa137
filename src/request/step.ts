import type { FieldKey } from './field.js'

/** The steps of a request in their order; `sent` comes after them. */
export const steps = ['server', 'problem', 'access', 'authorization', 'check'] as const

/** A step of a request. */
export type StepId = (typeof steps)[number]

const stepsByField: Readonly<Partial<Record<FieldKey, StepId>>> = {
  server: 'server',
  serverType: 'server',
  operatingSystem: 'server',
  tasks: 'problem',
  extras: 'problem',
  problem: 'problem',
  action: 'problem',
  errors: 'problem',
  attachments: 'problem',
  quantities: 'problem',
  country: 'problem',
  postcode: 'problem',
  customerType: 'problem',
  vatId: 'problem',
  quoteApproval: 'problem',
  access: 'access',
  username: 'access',
  password: 'access',
  privateKey: 'access',
  port: 'access',
  secondFactor: 'access',
  noAccessReason: 'access',
  consoleConsent: 'access',
  duties: 'authorization',
  methods: 'authorization',
  timeWindow: 'authorization',
  reboot: 'authorization',
  signer: 'authorization',
  ownerDeclared: 'authorization',
  authorization: 'authorization',
}

/** The step where a field is asked; fields of no step are shown on the check page. */
export function stepOf(field: FieldKey): StepId {
  return stepsByField[field] ?? 'check'
}

/** The earliest step that asks for one of these fields. */
export function firstStepOf(fields: readonly FieldKey[]): StepId {
  return steps.find(step => fields.some(field => stepOf(field) === step)) ?? 'check'
}
