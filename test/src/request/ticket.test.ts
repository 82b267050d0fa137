import { expect } from 'chai'
import fc from 'fast-check'
import { wordsFor } from '../../../locales/index.js'
import {
  introserv,
  longestText,
  parseSealed,
  ticketText,
  type AuthorizationRecord,
  type FiledAccess,
  type Filing,
  type Service,
  type TicketWords,
} from '../../../src/index.js'
import { filingWithoutFiles } from '../../../src/request/schema.js'
import { fact } from '../../../src/tracking/schema.js'

/** As many as a ticket may have, with the longest names. */
const mostFiles = Array.from({ length: 50 }, () => new File([], 'ż'.repeat(255), { type: 'x'.repeat(200) }))

type Codes = Omit<Filing, 'text'>

// A customer's clock and zone differ from one machine to the next: the words of a moment are tested with the locales.
const wordsOf = (language: string): TicketWords => ({ ...wordsFor(language), moment: () => '<moment>' })

const record: AuthorizationRecord = {
  v: 1,
  statement: { version: '1', language: 'pl', text: 'Upoważniam.' },
  requestKey: 'key-1',
  provider: 'INTROSERV',
  server: { kind: 'ip', value: '185.12.4.7' },
  tasks: ['password-reset', 'bootloader-repair'],
  extras: ['data-recovery'],
  methods: ['rescue', 'vnc'],
  window: 'until-done',
  reboot: true,
  mounting: true,
  withoutCredentials: { console: true, reboot: true, mounting: true },
  duties: [
    { id: 'exact-information', text: 'Podaję.' },
    { id: 'backups', text: 'Odpowiadam.' },
  ],
  signer: { name: 'Zażółć Gęśl', account: 'acc-1', owner: 'declared' },
  clientTime: Date.UTC(2026, 10, 22, 13, 31, 7),
  serverTime: Date.UTC(2026, 10, 22, 13, 32),
}

function filing(changes: Partial<Codes> = {}, signed: Partial<AuthorizationRecord> = {}): Codes {
  return {
    v: 1,
    server: record.server,
    serviceId: 'srv-1',
    serverType: 'vps',
    operatingSystem: 'Debian 12',
    tasks: record.tasks,
    extras: record.extras,
    problem: 'Nie działa.\n\n  Od wczoraj.',
    action: 'Nowe hasło.',
    access: { kind: 'none', reason: 'hasło zgubione' },
    authorization: { record: { ...record, ...signed }, digest: 'ab'.repeat(32) },
    language: 'pl',
    ...changes,
  }
}

function text(language: string, changes?: Partial<Codes>, signed?: Partial<AuthorizationRecord>): string {
  return ticketText(filing(changes, signed), wordsOf(language), introserv)
}

const armored = `-----BEGIN AGE ENCRYPTED FILE-----
${btoa(`age-encryption.org/v1\n-> X25519 ${'A'.repeat(43)}\n${'B'.repeat(43)}\n--- ${'C'.repeat(43)}\n${'\u0001'.repeat(40)}`).replace(/.{64}/g, '$&\n')}
-----END AGE ENCRYPTED FILE-----
`

function sealed(label = 'On-call team'): FiledAccess {
  const parsed = parseSealed({
    v: 1,
    armored,
    recipients: [{ id: 'k1', label, fingerprint: '0123456789abcdef' }],
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return { kind: 'account', sealed: parsed.value }
}

const polish = `ZGŁOSZENIE INTERWENCJI W SYSTEMIE OPERACYJNYM

Dział: Problemy techniczne
Klucz zgłoszenia: key-1
Język klienta: pl

Serwer: 185.12.4.7 (adres IP)
Identyfikator usługi: srv-1
Rodzaj serwera: vps – Serwer VPS
System operacyjny: Debian 12

Zadania:
- password-reset – Reset hasła użytkownika root lub Administrator
- bootloader-repair – Naprawa programu rozruchowego (GRUB, Menedżer rozruchu systemu Windows)
Usługi dodatkowe:
- data-recovery – Odzyskiwanie danych z uszkodzonych lub usuniętych plików (dodatkowa; dostępność i cenę podaje wsparcie)
Zakres: mixed – Częściowo usługa dodatkowa (płatna)

Dostęp: none – bez danych logowania
Zgody przy braku danych logowania:
- tryb ratunkowy (rescue) lub konsola: dozwolone
- Ponowne uruchomienie: dozwolone
- Montowanie systemów plików: dozwolone
Dozwolone metody dostępu:
- rescue – Tryb ratunkowy (rescue)
- vnc – Konsola VNC
Obowiązuje: until-done – Do zakończenia prac i jeszcze najwyżej 24 godziny
Ponowne uruchomienie: dozwolone
Montowanie systemów plików: dozwolone

Upoważnienie: wersja tekstu 1, w brzmieniu przesłanym przez przeglądarkę klienta (pl)
Osoba udzielająca upoważnienia: Zażółć Gęśl
Konto: acc-1
Właściciel konta: declared – według własnego oświadczenia; do weryfikacji
Potwierdzone obowiązki: exact-information, backups
Udzielono: <moment> (2026-11-22T13:32:00.000Z)
Według zegara klienta: 2026-11-22T13:31:07.000Z
Skrót zapisu (SHA-256): ${'ab'.repeat(32)}

Słowa klienta, tak jak je wpisano; każdy ich wiersz zaczyna się od |

Problem:
| Nie działa.
|${' '}
|   Od wczoraj.

Oczekiwane działanie:
| Nowe hasło.

Dlaczego klient nie może się zalogować:
| hasło zgubione

Koniec zgłoszenia`

const english = `OS INTERVENTION REQUEST

Department: Technical problems
Request key: key-1
Customer’s language: pl

Server: web-1.example (host name)
Kind of server: unknown – not known

Tasks: none chosen
Scope: unclear – Support will tell

Access: account – login details, sealed; open with age -d
Sealed to:
- On-call team: 0123456789abcdef
Access methods allowed:
- ssh-rdp – SSH or RDP
Valid: 24h – 24 hours from sending
Restart: not allowed
Mounting file systems: allowed

Authorization: text version 1, as sent by the customer’s browser (pl)
Person who authorizes: Zażółć Gęśl
Account: acc-1
Account owner: known – as the client area says
Duties acknowledged: exact-information, backups
Authorized at: <moment> (2026-11-22T13:32:00.000Z)
By the customer’s clock: 2026-11-22T13:31:07.000Z
Digest of the record (SHA-256): ${'ab'.repeat(32)}

The customer’s own words, as typed; each of their lines begins with |

Problem:
| SSH odmawia.

Requested action:
| Naprawić.

Error messages and symptoms:
| kex_exchange_identification: read

End of the request`

const { serviceId: _, operatingSystem: __, ...bare } = filing()

describe('the ticket', () => {
  it('reads so for Polish engineers, without login details', () => {
    expect(text('pl')).to.equal(polish)
  })

  it('reads so for English engineers, with sealed login details and little known of the server', () => {
    const { withoutCredentials: ___, ...signed } = {
      ...record,
      tasks: [],
      extras: [],
      methods: ['ssh-rdp'],
      window: '24h' as const,
      reboot: false,
      signer: { ...record.signer, owner: 'known' as const },
    }
    const request: Codes = {
      ...bare,
      server: { kind: 'hostname', value: 'web-1.example' },
      serverType: 'unknown',
      tasks: [],
      extras: [],
      problem: 'SSH odmawia.',
      action: 'Naprawić.',
      errors: 'kex_exchange_identification: read',
      access: sealed(),
      authorization: { record: signed, digest: 'ab'.repeat(32) },
    }
    expect(ticketText(request, wordsOf('en'), introserv)).to.equal(english)
  })

  for (const [language, words] of [
    [
      'en',
      'Server: 185.12.4.7 (IP address)\nWhose server: NOT among this account’s services. Check whose server it is before you start.\n',
    ],
    [
      'pl',
      'Serwer: 185.12.4.7 (adres IP)\nCzyj serwer: NIE ma go wśród usług tego konta. Przed rozpoczęciem prac trzeba sprawdzić, czyj jest.\n',
    ],
  ] as const)
    it(`says beside the server that it is not one of the account's (${language})`, () => {
      const service = { id: 'srv-9', name: 'web-9', addresses: ['2001:db8::9'], serverType: 'vps' } as const
      const of = (...services: readonly Service[]) =>
        ticketText(filing(), wordsOf(language), introserv, { services })
      expect(of(service)).to.contain(words)
      const label = words.split('\n')[1]!.split(':')[0]!
      expect(of(service, { ...service, id: 'srv-1', addresses: ['185.12.4.7'] })).to.not.contain(label)
      // Nothing is known where none is listed.
      expect(of()).to.equal(text(language))
    })

  it("names the account that the team's key may log in to", () => {
    const body = text('en', { access: { kind: 'ssh-key', username: 'deploy', port: 2222 } })
    expect(body).to.contain('Access: ssh-key – the support team’s SSH key\nUser name: deploy\nPort: 2222\n')
  })

  it('holds no sealed text: where that is kept is for the adapter to say', () => {
    const body = text('en', { access: sealed() })
    for (const line of armored.trim().split('\n')) expect(body).to.not.contain(line)
  })

  it("speaks in the provider's own labels", () => {
    const policy = {
      ...introserv,
      tasks: [{ id: 'dust', credentials: 'required', label: { en: 'Dusting', pl: 'Odkurzanie' } }],
      provider: { ...introserv.provider, department: { pl: 'Sprzątanie' } },
    } as const
    const body = ticketText(filing({ tasks: ['dust', 'gone'] }), wordsOf('pl'), policy)
    expect(body)
      .to.contain('Dział: Sprzątanie\n')
      .and.contain('- dust – Odkurzanie\n')
      .and.contain('- gone – gone\n')
  })

  for (const language of ['en', 'pl']) {
    it(`says nothing that the locale lacks (${language})`, () => {
      const words = wordsFor(language)
      const unknown: string[] = []
      const watched: TicketWords = {
        ...wordsOf(language),
        say: (key, values) => {
          if (!words.has(key)) unknown.push(key)
          return Reflect.apply(words.say, words, [key, values])
        },
      }
      const kinds = ['ip', 'hostname', 'service-id', 'service-name'] as const
      const ways: FiledAccess[] = [
        sealed(),
        { kind: 'ssh-key', username: 'root', port: 22 },
        { kind: 'none', reason: 'x' },
      ]
      for (const [kind, access, serverType, window] of [
        [kinds[0], ways[0]!, 'vps', '24h'],
        [kinds[1], ways[1]!, 'dedicated', '7d'],
        [kinds[2], ways[2]!, 'unknown', 'until-done'],
        [kinds[3], ways[2]!, 'unknown', 'until-done'],
      ] as const) {
        const request = filing({ server: { kind, value: 'x' }, access, serverType, errors: 'e' }, { window })
        ticketText(request, watched, introserv)
      }
      ticketText(filing({ tasks: [], extras: [] }), watched, introserv)
      expect(unknown).to.deep.equal([])
    })
  }
})

/** What Python, Unicode, terminals and mail programs end a line at: a list of our own, not the one in the code. */
const ends = ['\r\n', '\n', '\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']

function linesOf(body: string): string[] {
  return ends.reduce((lines, end) => lines.flatMap(line => line.split(end)), [body])
}

const forgery = fc.constantFrom(
  ...ends,
  'Authorization: text version 1, as sent by the customer’s browser (pl)',
  'Account owner: known – as the client area says',
  'End of the request',
  '- ssh-rdp – SSH or RDP',
  'Problem:',
  '| ',
  '|',
  '> ',
  '\t',
  ' ',
  '\u202e',
  '\u200f',
  '\u001b[2A\u001b[2K',
  '\u0008\u0008',
  '\u0000',
)
const typed = fc.array(fc.oneof(forgery, fc.string()), { maxLength: 12 }).map(parts => parts.join(''))

/** A text as long as a field takes it, of what grows most: line ends, what is made visible, and letters between. */
const longest = fc
  .array(fc.constantFrom(...ends, '\u0000', '\u202e', '\u2069', 'x'), { minLength: 1, maxLength: 4 })
  .map(parts => parts.join('').repeat(longestText).slice(0, longestText))

describe('whatever the customer types', () => {
  it('names the files that came with it, one to a line', () => {
    const files = [
      new File(['x'.repeat(12_345)], 'zażółć\n\u202egpj.log', { type: 'text/plain' }),
      new File(['y'], 'shot.png', { type: 'image/png' }),
    ]
    expect(text('en', { files })).to.include(
      'Files from the customer:\n- zażółć\\u{a}\\u{202e}gpj.log (text/plain, 12345 B)\n- shot.png (image/png, 1 B)\n',
    )
    expect(text('en')).to.not.include('Files')
  })

  it('fits the ticket, where it fits the fields', () => {
    const fits = (body: string) => {
      const codes = filing({ access: { kind: 'none' } })
      const server = { kind: 'ip', value: '185.12.4.7' }
      const entry = { kind: 'message', text: body, format: 'text', files: [] }
      expect(filingWithoutFiles.safeParse({ ...codes, server, text: body }).success).to.equal(true)
      expect(fact.safeParse(entry).success).to.equal(true)
    }
    const name = (of: string) => of.slice(0, 200)
    const check = (problem: string, action: string, errors: string, reason: string) => {
      const access = { kind: 'none', reason } as const
      const signed = { signer: { name: name(reason), account: name(problem), owner: 'declared' } } as const
      const changes = { problem, action, errors, access, operatingSystem: errors, files: mostFiles }
      for (const language of ['en', 'pl']) fits(text(language, changes, signed))
    }
    for (const worst of ['\n', '\u2028', '\u202e']) {
      const filled = worst.repeat(longestText)
      check(filled, filled, filled, filled)
    }
    fc.assert(fc.property(longest, longest, longest, longest, check), { numRuns: 10 })
  })

  it('makes no line that reads as a line of the block', () => {
    const block = (changes: Partial<Codes>) =>
      linesOf(text('en', changes)).filter(line => !line.startsWith('| '))
    const honest = block({ problem: 'x', action: 'x', errors: 'x', access: { kind: 'none', reason: 'x' } })
    fc.assert(
      fc.property(typed, typed, typed, typed, (problem, action, errors, reason) => {
        expect(block({ problem, action, errors, access: { kind: 'none', reason } })).to.deep.equal(honest)
      }),
    )
  })

  it('is all there, as typed', () => {
    fc.assert(
      fc.property(typed, typed, (problem, action) => {
        const body = text('en', { problem, action, access: { kind: 'ssh-key', username: 'root' } })
        const [, first = '', second = ''] = body.split(
          /\n\n(?:Problem|Requested action):\n|\n\nEnd of the request$/u,
        )
        const unmarked = (part: string) =>
          part.replaceAll(/(^|\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029])\| /gu, '$1')
        fc.pre(!/\n\n(?:Problem|Requested action):\n/.test(problem + action))
        expect(unmarked(first)).to.equal(problem)
        expect(unmarked(second)).to.equal(action)
      }),
    )
  })

  it('keeps the line ends of Windows in one piece', () => {
    expect(text('en', { problem: 'a\r\nb' })).to.contain('| a\r\n| b\n')
  })

  it('begins no line of the block by a name, a system or a key', () => {
    const shape = (value: string) =>
      linesOf(
        text(
          'en',
          {
            operatingSystem: value,
            serviceId: value,
            server: { kind: 'service-name', value },
            language: value,
            access: { kind: 'ssh-key', username: value },
          },
          { signer: { name: value, account: value, owner: 'declared' } },
        ),
      ).map(line => line.split(': ')[0])
    const honest = shape('x')
    fc.assert(
      fc.property(typed, value => {
        expect(shape(value)).to.deep.equal(honest)
      }),
    )
  })

  it('turns no line of the block around, and moves no cursor in it', () => {
    const body = text('en', { operatingSystem: 'Deb\u202eian\u001b[2A' })
    expect(body).to.contain('Operating system: Deb\\u{202e}ian\\u{1b}[2A\n')
  })
})
