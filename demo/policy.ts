import { introserv } from '../src/index.js'
import type { ServicePolicy } from '../src/index.js'

/** The service of "Nordhost", the hosting company of our own invention: the preset's procedure under another name. */
export const nordhost = {
  ...introserv,
  id: 'nordhost',
  version: '2026-11',
  provider: {
    name: 'Nordhost',
    language: 'en',
    clientArea: { en: 'My Nordhost', pl: 'Mój Nordhost' },
    menuPath: {
      en: ['My Nordhost', 'Tickets', 'New ticket', 'Technical problems'],
      pl: ['Mój Nordhost', 'Zgłoszenia', 'Nowe zgłoszenie', 'Problemy techniczne'],
    },
    department: { en: 'Technical problems', pl: 'Problemy techniczne' },
    accountPage: { en: 'Services › Login details', pl: 'Usługi › Dane logowania' },
    serviceIdPattern: 'NH-#+',
    sellerCountry: 'PL',
  },
} as const satisfies ServicePolicy
