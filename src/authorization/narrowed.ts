import type { AuthorizationRecord } from './authorization.js'

/** What an authorization may be narrowed to. */
export type Narrower = Pick<AuthorizationRecord, 'methods' | 'window' | 'reboot' | 'mounting'>

/** Both clocks, epoch milliseconds. */
export type Clocks = Pick<AuthorizationRecord, 'clientTime' | 'serverTime'>

/**
 * The record that stays when a part of it is taken back: the same statement, request and signer, and at most what was
 * allowed before. What is wanted beyond that isn't given.
 */
export function narrowed(record: AuthorizationRecord, wanted: Narrower, clocks: Clocks): AuthorizationRecord {
  const { withoutCredentials: consent } = record
  const reboot = record.reboot && wanted.reboot
  const mounting = record.mounting && wanted.mounting
  return {
    ...record,
    ...clocks,
    methods: record.methods.filter(id => wanted.methods.includes(id)),
    window: wanted.window,
    reboot,
    mounting,
    ...(consent && {
      withoutCredentials: {
        console: consent.console,
        reboot: consent.reboot && reboot,
        mounting: consent.mounting && mounting,
      },
    }),
  }
}

/** The same authorization given once more, for a request that is opened again: for as long as it was given for. */
export function renewed(record: AuthorizationRecord, signer: string, clocks: Clocks): AuthorizationRecord {
  return { ...record, ...clocks, signer: { ...record.signer, name: signer } }
}
