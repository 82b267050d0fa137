import type { ServicePolicy } from '../../src/index.js'

/** The service of "Sarna", a provider of our own invention that has nothing in common with the preset: no id, no time. */
export const sarna = {
  id: 'sarna',
  version: '7',
  provider: {
    name: 'Sarna',
    language: 'pl',
    clientArea: { pl: 'Leśniczówka', en: 'The Lodge' },
    menuPath: {
      pl: ['Leśniczówka', 'Pomoc', 'Nowa sprawa'],
      en: ['The Lodge', 'Help', 'New case'],
    },
    department: { pl: 'Dyżur techniczny', en: 'Engineers on duty' },
    accountPage: { pl: 'Leśniczówka › Maszyny', en: 'The Lodge › Machines' },
    serviceIdPattern: 'SRV-####-@@',
    sellerCountry: 'PL',
  },
  tasks: [
    {
      id: 'raid-rebuild',
      credentials: 'required',
      label: { pl: 'Odbudowa macierzy RAID', en: 'Rebuild of a RAID array' },
    },
    {
      id: 'mail-queue',
      credentials: 'required',
      label: { pl: 'Odblokowanie kolejki poczty', en: 'Clearing of a stuck mail queue' },
    },
    {
      id: 'certificate',
      credentials: 'required',
      label: { pl: 'Odnowienie certyfikatu', en: 'Renewal of a certificate' },
    },
  ],
  extras: [
    {
      id: 'moving-house',
      price: 'on-request',
      label: { pl: 'Przeniesienie na inny serwer', en: 'Move to another server' },
    },
  ],
  methods: [
    {
      id: 'bastion',
      serverTypes: ['dedicated', 'vps'],
      credentials: 'needed',
      primary: true,
      label: { pl: 'SSH przez bastion', en: 'SSH through the bastion' },
    },
    {
      id: 'serial-line',
      serverTypes: ['dedicated'],
      credentials: 'not-needed',
      console: 'physical',
      label: { pl: 'Konsola szeregowa', en: 'Serial console' },
    },
  ],
  required: ['server', 'problem', 'action', 'credentials', 'authorization'],
  duties: [
    {
      id: 'snapshot',
      label: {
        pl: 'Przed rozpoczęciem prac wykonuję migawkę.',
        en: 'I take a snapshot before the work begins.',
      },
    },
    {
      id: 'phone',
      label: { pl: 'W czasie prac odbieram telefon.', en: 'I answer the phone during the work.' },
    },
  ],
  limits: [
    {
      id: 'licences',
      label: { pl: 'Licencje zapewnia klient.', en: 'Licences are the customer’s own.' },
    },
  ],
  stages: [
    { id: 'noted', phase: 'received', path: 'straight' },
    { id: 'in-progress', phase: 'working', path: 'straight' },
    { id: 'closed', phase: 'done', path: 'straight' },
    { id: 'asked', phase: 'waiting', path: 'side' },
    { id: 'refused', phase: 'declined', path: 'side' },
  ],
  times: {
    firstResponse: { withinMinutes: 30, countsFrom: 'filing' },
    standard: { fromMinutes: 60, toMinutes: 180 },
    complex: { fromMinutes: 180, toMinutes: 2_880, longer: 'customer-is-notified' },
    datacentre: 'can-take-longer',
    workCountsFrom: 'in-progress',
    pausedWhileWaiting: false,
    hours: 'around-the-clock',
    classifiedBy: 'engineer',
  },
  aftercare: {
    facts: [
      { id: 'report', label: { pl: 'W sprawie znajdziesz raport z prac.', en: 'The case holds a report.' } },
    ],
    toDo: [
      {
        id: 'drop-snapshot',
        label: { pl: 'Usuń zbędną migawkę.', en: 'Delete the snapshot if all is well.' },
      },
    ],
  },
  contact: { intervention: 'ticket', liveChat: 'none' },
  authorization: {
    version: '7a',
    windows: ['24h', '7d'],
    defaultWindow: '24h',
    hoursAfterDone: 0,
    reboot: true,
    mounting: false,
  },
  vat: {
    date: Date.UTC(2026, 0, 1),
    rates: { PL: { kind: 'rate', per100k: 23_000 } },
    other: { kind: 'unknown' },
  },
  ours: [],
} as const satisfies ServicePolicy
