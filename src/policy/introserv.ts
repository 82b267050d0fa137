import type { ServicePolicy, VatTable } from './policy.js'

/**
 * INTROSERV's "OS intervention" procedure, as data: the preset that stands where a page sets no policy.
 *
 * The provider's facts; what the procedure leaves open and we decided is listed in `ours`. Its VAT table is carried as
 * printed: without a date, with a blank for Slovenia, and out of date for Estonia, Finland, Romania and Slovakia.
 */
export const introserv = {
  id: 'introserv',
  version: '1',
  provider: {
    name: 'INTROSERV',
    language: 'en',
    clientArea: { en: 'Client area', pl: 'Strefa klienta' },
    menuPath: {
      en: ['Client area', 'Tickets', 'Add ticket', 'Technical problems'],
      pl: ['Strefa klienta', 'Zgłoszenia', 'Dodaj zgłoszenie', 'Problemy techniczne'],
    },
    department: { en: 'Technical problems', pl: 'Problemy techniczne' },
    accountPage: { en: 'Customer account', pl: 'Konto klienta' },
  },
  tasks: [
    { id: 'password-reset', credentials: 'may-be-missing' },
    { id: 'network-recovery', credentials: 'required', remoteAccess: 'down' },
    { id: 'remote-access-restore', credentials: 'required', remoteAccess: 'down' },
    { id: 'bootloader-repair', credentials: 'required', remoteAccess: 'down' },
    { id: 'filesystem-repair', credentials: 'required' },
    { id: 'service-restart', credentials: 'required' },
    { id: 'os-diagnostics', credentials: 'required', remoteAccess: 'down' },
    { id: 'software-install', credentials: 'required' },
  ],
  extras: [
    { id: 'application-troubleshooting', price: 'on-request' },
    { id: 'data-recovery', price: 'on-request' },
    { id: 'performance-tuning', price: 'on-request' },
    { id: 'malware-removal', price: 'on-request' },
  ],
  methods: [
    { id: 'ssh-rdp', serverTypes: ['dedicated', 'vps'], credentials: 'needed', primary: true },
    {
      id: 'ip-kvm',
      serverTypes: ['dedicated'],
      needs: 'ipKvm',
      credentials: 'not-needed',
      console: 'physical',
    },
    { id: 'rescue', serverTypes: ['dedicated', 'vps'], credentials: 'not-needed', boots: 'rescue' },
    {
      id: 'vnc',
      serverTypes: ['vps'],
      credentials: 'not-needed',
      console: 'virtual',
      withoutNetwork: true,
    },
    { id: 'datacentre', serverTypes: ['dedicated', 'vps'], credentials: 'not-needed', onSite: true },
  ],
  required: ['server', 'problem', 'action', 'errors-where-any', 'credentials', 'authorization'],
  duties: [
    { id: 'exact-information' },
    { id: 'backups' },
    { id: 'availability' },
    { id: 'change-passwords' },
    { id: 'interruption' },
  ],
  limits: [{ id: 'best-effort' }, { id: 'data-loss' }, { id: 'hardware' }, { id: 'repeated' }],
  stages: [
    { id: 'submitted', phase: 'received', path: 'straight' },
    { id: 'verification', phase: 'received', path: 'straight' },
    { id: 'assessment', phase: 'working', path: 'straight' },
    { id: 'in-progress', phase: 'working', path: 'straight' },
    { id: 'done', phase: 'done', path: 'straight' },
    { id: 'waiting-for-customer', phase: 'waiting', path: 'side' },
    { id: 'escalated', phase: 'working', path: 'side' },
    { id: 'declined', phase: 'declined', path: 'side' },
    { id: 'extra-unavailable', phase: 'declined', path: 'side' },
    { id: 'cancelled', phase: 'declined', path: 'side' },
    { id: 'reopened', phase: 'received', path: 'side' },
  ],
  times: {
    firstResponse: { withinMinutes: 10, countsFrom: 'filing' },
    standard: { fromMinutes: 15, toMinutes: 60 },
    complex: { fromMinutes: 60, toMinutes: 240, longer: 'customer-is-notified' },
    datacentre: 'can-take-longer',
    workCountsFrom: 'in-progress',
    pausedWhileWaiting: true,
    hours: 'around-the-clock',
    classifiedBy: 'engineer',
  },
  aftercare: {
    facts: [{ id: 'summary' }, { id: 'new-credentials' }, { id: 'same-ticket' }],
    toDo: [{ id: 'verify-access-and-passwords' }, { id: 'review-logs' }],
  },
  contact: { intervention: 'ticket', liveChat: 'first-consultation-only' },
  authorization: {
    version: '1',
    windows: ['until-done', '24h', '7d'],
    defaultWindow: 'until-done',
    hoursAfterDone: 24,
    reboot: true,
    mounting: true,
  },
  vat: {
    date: 'undated',
    rates: {
      AT: { kind: 'rate', per100k: 20_000 },
      BE: { kind: 'rate', per100k: 21_000 },
      BG: { kind: 'rate', per100k: 20_000 },
      HR: { kind: 'rate', per100k: 25_000 },
      CY: { kind: 'rate', per100k: 19_000 },
      CZ: { kind: 'rate', per100k: 21_000 },
      DK: { kind: 'rate', per100k: 25_000 },
      EE: { kind: 'rate', per100k: 22_000 },
      FR: { kind: 'rate', per100k: 20_000 },
      FI: { kind: 'rate', per100k: 24_000 },
      DE: { kind: 'rate', per100k: 19_000 },
      GR: { kind: 'rate', per100k: 24_000 },
      HU: { kind: 'rate', per100k: 27_000 },
      IE: { kind: 'rate', per100k: 23_000 },
      IT: { kind: 'rate', per100k: 22_000 },
      LV: { kind: 'rate', per100k: 21_000 },
      LT: { kind: 'rate', per100k: 21_000 },
      LU: { kind: 'rate', per100k: 17_000 },
      MT: { kind: 'rate', per100k: 18_000 },
      NL: { kind: 'rate', per100k: 21_000 },
      PL: { kind: 'rate', per100k: 23_000 },
      PT: { kind: 'rate', per100k: 23_000 },
      RO: { kind: 'rate', per100k: 19_000 },
      SK: { kind: 'rate', per100k: 20_000 },
      SI: { kind: 'unknown' },
      ES: { kind: 'rate', per100k: 21_000 },
      SE: { kind: 'rate', per100k: 25_000 },
      US: { kind: 'outside-scope' },
    },
    other: { kind: 'outside-scope' },
  },
  ours: [
    'tasks.password-reset.credentials',
    'stages.waiting-for-customer',
    'stages.declined',
    'stages.extra-unavailable',
    'stages.cancelled',
    'stages.reopened',
    'times.firstResponse.countsFrom',
    'times.workCountsFrom',
    'times.pausedWhileWaiting',
    'times.hours',
    'times.classifiedBy',
    'authorization',
  ],
} as const satisfies ServicePolicy

/** INTROSERV's own table of VAT rates as printed: without a date, in part out of date, and blank for Slovenia. */
export const introservVatTable: VatTable = introserv.vat

/** The preset with its ids as literals, so that a locale can be checked to know a word for each. */
export type IntroservPolicy = typeof introserv

/** The eight tasks of the standard service. */
export type TaskId = IntroservPolicy['tasks'][number]['id']

/** The four extras. */
export type ExtraId = IntroservPolicy['extras'][number]['id']

/** The five access methods. */
export type MethodId = IntroservPolicy['methods'][number]['id']

/** The customer's five duties. */
export type DutyId = IntroservPolicy['duties'][number]['id']

/** The four limits. */
export type LimitId = IntroservPolicy['limits'][number]['id']

/** The stages, on the straight path and beside it. */
export type StageId = IntroservPolicy['stages'][number]['id']

/** What is told after the work. */
export type AftercareFactId = IntroservPolicy['aftercare']['facts'][number]['id']

/** What is left to the customer after the work. */
export type ToDoId = IntroservPolicy['aftercare']['toDo'][number]['id']
