import { expect } from 'chai'
import { shownStatement, statementText, wordsFor } from '../../locales/index.js'
import { introserv, type Context, type Draft, type ServicePolicy } from '../../src/index.js'
import { completeDraft, context, facts } from '../support/examples.js'

const account = (owner: boolean | 'unknown') => ({ id: 'acc-1', name: 'Anna Kowalska', owner })

function statement(
  language: string,
  changes: Partial<Draft> = {},
  known: Partial<Context> = {},
  policy: ServicePolicy = introserv,
): string {
  return statementText(wordsFor(language), completeDraft(changes), facts({ context: context(known), policy }))
}

// A new text needs a new version of the policy's statement: whoever changes these lines changes what people agreed to.
const english = `I, Anna Kowalska, owner of the account acc-1, explicitly authorize the support engineers and system administrators of INTROSERV to work in the operating system of the server 185.12.4.7.

The work covers:
– Restoring the SSH or RDP service

I also ask about additional services:
– Recovery of data from damaged or deleted files
Support confirms whether they are possible, and the price. This authorization is not my approval of a price.

The engineers choose the access method. Allowed methods:
– SSH or RDP
– Rescue mode

For this work I hand over login details, sealed so that only the support team can read them.

I allow the server to be restarted if the work needs it.

I allow the server’s file systems to be mounted and repaired.

This authorization holds until the work is done, and at most 24 hours after.

I acknowledge these limits:
– INTROSERV does its best, and can’t guarantee that every problem is solved.
– The customer is responsible for backups. INTROSERV is not liable for data loss during the work.
– Hardware faults found during the work are handed over under the hardware failure procedure.
– Repeated interventions for preventable problems may be subject to additional review.

I can use the ticket to withdraw this authorization.

This is an explicit authorization in the text of the ticket.

Version of the text: 1`

const polish = `Ja, Anna Kowalska, właściciel konta acc-1, wyraźnie upoważniam dostawcę INTROSERV, jego inżynierów wsparcia technicznego i administratorów systemów, do pracy w systemie operacyjnym serwera 185.12.4.7.

Oświadczam, że to konto należy do mnie.

Zakres prac:
– Reset hasła użytkownika root lub Administrator

Metodę dostępu wybierają inżynierowie. Dozwolone metody:
– Tryb ratunkowy (rescue)

Nie mogę się zalogować i nie przekazuję danych logowania. Zgadzam się, aby inżynierowie użyli trybu ratunkowego (rescue) lub konsoli, uruchomili w tym celu serwer ponownie i zamontowali jego systemy plików.

Upoważnienie obowiązuje przez 7 dni od wysłania zgłoszenia.

Przyjmuję do wiadomości następujące zastrzeżenia:
– INTROSERV dokłada wszelkich starań, ale nie gwarantuje rozwiązania każdego problemu.
– Za kopie zapasowe odpowiada klient. INTROSERV nie odpowiada za utratę danych podczas prac.
– Awarie sprzętu wykryte podczas prac są przekazywane do obsługi w ramach procedury dotyczącej awarii sprzętu.
– Powtarzające się interwencje z powodu problemów, którym można zapobiec, mogą podlegać dodatkowej ocenie.

Upoważnienie mogę cofnąć w tym samym zgłoszeniu.

Jest to wyraźne upoważnienie w treści zgłoszenia.

Wersja tekstu: 1`

describe('the statement', () => {
  it('reads so, with login details and an extra', () => {
    const changes = { extras: ['data-recovery'], methods: ['ssh-rdp', 'rescue'] }
    expect(statement('en', changes)).to.equal(english)
  })

  it('reads so, without login details and with the owner declared', () => {
    const changes: Partial<Draft> = {
      tasks: ['password-reset'],
      access: 'none',
      methods: ['rescue'],
      timeWindow: '7d',
      reboot: false,
    }
    expect(statement('pl', changes, { account: account('unknown') })).to.equal(polish)
  })

  const narrowed: [string, Partial<Draft>, string, string][] = [
    [
      'no restart',
      { reboot: false },
      'I don’t allow the server to be restarted.',
      'I allow the server to be restarted',
    ],
    ['a day', { timeWindow: '24h' }, 'holds for 24 hours', 'until the work is done'],
    ['one method', { methods: ['ssh-rdp'] }, '– SSH or RDP', '– Rescue mode'],
    [
      'the team’s key',
      { access: 'ssh-key', username: 'deploy' },
      'log in to the account deploy',
      'login details',
    ],
    ['no task', { tasks: [] }, 'what I describe in this request', 'The work covers:'],
  ]
  for (const [what, changes, said, unsaid] of narrowed) {
    it(`says what is narrowed: ${what}`, () => {
      expect(statement('en', changes)).to.contain(said)
      expect(statement('en', changes)).to.not.contain(unsaid)
    })
  }

  for (const language of ['en', 'pl']) {
    it(`leaves no place unfilled (${language})`, () => {
      for (const access of ['', 'account', 'ssh-key', 'none'] as const) {
        for (const timeWindow of introserv.authorization.windows) {
          const changes = { access, timeWindow, extras: ['malware-removal'] }
          expect(statement(language, changes)).to.not.match(/\{\{|undefined|\n{3}|statement\./)
        }
      }
    })
  }

  it('waits for a server', () => {
    expect(statement('en', { serverFrom: 'unchosen', serviceId: '' })).to.equal('')
  })

  it('is recorded as it stands on the screen, with the language that it is in', () => {
    const words = wordsFor('pl')
    const draft = completeDraft()
    const text = statementText(words, draft, facts())
    expect(shownStatement(words, draft, facts())).to.deep.equal({ language: 'pl', text })
  })

  it("is the provider's own where it has one, with the same places", () => {
    const text = {
      en: '{{signer}} lets {{provider}} in.\n\n{{methods}}\n\n{{limits}}',
      pl: '{{server}}: {{window}}',
    }
    const policy: ServicePolicy = {
      ...introserv,
      limits: [{ id: 'own', label: { en: '{{provider}} sleeps at night.' } }],
      authorization: { ...introserv.authorization, text },
    }
    expect(statement('en', { methods: ['ssh-rdp'], signer: '{{server}}' }, {}, policy)).to.equal(
      '{{server}} lets INTROSERV in.\n\nThe engineers choose the access method. Allowed methods:\n– SSH or RDP\n\nI acknowledge these limits:\n– INTROSERV sleeps at night.',
    )
    expect(statement('pl', { timeWindow: '24h' }, {}, policy)).to.equal(
      '185.12.4.7: Upoważnienie obowiązuje przez 24 godziny od wysłania zgłoszenia.',
    )
  })

  const inLanguages: [string, string, Record<string, string>, string, string][] = [
    [
      'Polish alone',
      'en',
      { pl: 'Tekst. {{window}}' },
      'pl',
      'Tekst. Upoważnienie obowiązuje do zakończenia prac.',
    ],
    [
      'Polish of Poland',
      'en',
      { 'pl-PL': '{{window}}' },
      'pl-PL',
      'Upoważnienie obowiązuje do zakończenia prac.',
    ],
    [
      'English alone',
      'pl',
      { en: 'Text. {{window}}' },
      'en',
      'Text. This authorization holds until the work is done.',
    ],
    ['both', 'pl', { en: 'Text.', pl: 'Tekst.' }, 'pl', 'Tekst.'],
    [
      'German alone',
      'pl',
      { de: 'Text. {{window}}' },
      'de',
      'Text. Upoważnienie obowiązuje do zakończenia prac.',
    ],
  ]
  for (const [what, language, text, told, said] of inLanguages) {
    it(`of the provider's own, ${what}, tells the language that it is in, and is in one where we can`, () => {
      const policy = { ...introserv, authorization: { ...introserv.authorization, hoursAfterDone: 0, text } }
      expect(shownStatement(wordsFor(language), completeDraft(), facts({ policy }))).to.deep.equal({
        language: told,
        text: said,
      })
    })
  }

  it('is ours where the provider has an empty one', () => {
    const policy = { ...introserv, authorization: { ...introserv.authorization, text: {} } }
    expect(statement('pl', {}, {}, policy)).to.equal(statement('pl'))
  })

  it('shows a gap where the provider names a place that there isn’t', () => {
    const text = { en: 'Up to {{amount}} on {{server}}.' }
    const policy = { ...introserv, authorization: { ...introserv.authorization, text } }
    expect(statement('en', {}, {}, policy)).to.equal('Up to … on 185.12.4.7.')
  })
})
