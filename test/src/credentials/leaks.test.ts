import { expect } from 'chai'
import fc from 'fast-check'
import { findSecrets, maskSecret, type SecretKind } from '../../../src/index.js'
import { hostile } from '../../support/hostile-secrets.js'

const found = (text: string): string[] => findSecrets(text).map(({ start, end }) => text.slice(start, end))

const pem =
  '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAFAKEFAKEFAKEFAKE0000\nFAKE==\n-----END RSA PRIVATE KEY-----'
const cutPem = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC'
const putty =
  'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 1\nAAAAC3NzaFAKE\nPrivate-Lines: 1\nAAAAIFAKEFAKE0000=\nPrivate-MAC: 00fake00'
const hash = '$6$FAKEsalt$FAKEfakeFAKEfakeFAKEfake0000'
const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJGQUtFIn0.FAKEfake'

const secrets: readonly (readonly [string, SecretKind, ...string[]])[] = [
  ['hasło roota to Kasztan2023! i działało do wczoraj', 'password', 'Kasztan2023!'],
  ['haslo do panelu: kasztan (wiem, slabe)', 'password', 'kasztan'],
  ['Hasło: „Wróbel_nr_7”.', 'password', 'Wróbel_nr_7'],
  ['hasło:\nWróbel_nr_7\nproszę o pomoc', 'password', 'Wróbel_nr_7'],
  ['hasło: zielony wróbel', 'password', 'zielony wróbel'],
  ['próbowałem haseł Styczen2022 i Luty2022, żadne nie wchodzi', 'password', 'Styczen2022', 'Luty2022'],
  ['root / Kasztan2023!', 'password', 'Kasztan2023!'],
  ['login i hasło: anna / kasztan', 'password', 'kasztan'],
  ['the password is chestnut', 'password', 'chestnut'],
  ['THE PASSWORD IS CHESTNUT7 AND HURRY', 'password', 'CHESTNUT7'],
  ['user: bob; pw: che;st,nut1', 'password', 'che;st,nut1'],
  ['use Chest-Nut-7 when it asks for the passphrase', 'password', 'Chest-Nut-7'],
  ['unlock phrase: four grey sparrows', 'password', 'four grey sparrows'],
  ['haslo do bazy zielonywrobel (wiem, slabe)', 'password', 'zielonywrobel'],
  ['Zmieniłam hasło na Wrobelek i nic', 'password', 'Wrobelek'],
  ['proszę ustawić hasło do bazy na wrobelek bo tak mam', 'password', 'wrobelek'],
  ['hasło takie jak zawsze czyli wrobelek, proszę wejść', 'password', 'wrobelek'],
  ['My password (chestnut) stopped working', 'password', 'chestnut'],
  ['ftp login anna / chestnut', 'password', 'chestnut'],
  ['The password for my user account is chestnut, thanks', 'password', 'chestnut'],
  ['"which password did you use?" -> chestnut. Yes.', 'password', 'chestnut'],
  ['password ........ chestnut', 'password', 'chestnut'],
  ['mysql -u root -pChestnut7 shop', 'password', 'Chestnut7'],
  ["sshpass -p 'chest nut' ssh root@192.0.2.1", 'password', 'chest nut'],
  ['curl -u bob:chestnut https://example.org/', 'password', 'chestnut'],
  ['net user bob Chestnut7 /add', 'password', 'Chestnut7'],
  ["echo 'root:Chestnut7' | chpasswd", 'password', 'Chestnut7'],
  ["ALTER USER 'bob'@'%' IDENTIFIED BY 'Chest.Nut';", 'password', 'Chest.Nut'],
  ['redis-cli -p 6379 -a Chestnut7 ping', 'password', 'Chestnut7'],
  ['DB_PASSWORD=chest"nut', 'password', 'chest'],
  ['{"user":"bob","password":"chest nut"}', 'password', 'chest nut'],
  ["define('DB_PASSWORD', \"o'Chestnut\");", 'password', "o'Chestnut"],
  ['Server=db;Pwd=Chest#nut;Pooling=True', 'password', 'Chest#nut'],
  ['<password>chestnut</password>', 'password', 'chestnut'],
  ['PIN do IPMI: 4071', 'password', '4071'],
  [`root:${hash}:19400:0:99999:7:::`, 'password', hash],
  ['postgres://shop:che@st/nut@192.0.2.4:5432/shop', 'url-credentials', 'che@st/nut'],
  [
    'https://ghp_FAKEfake0000FAKEfake0000FAKEfake0000@github.com/a/b',
    'url-credentials',
    'ghp_FAKEfake0000FAKEfake0000FAKEfake0000',
  ],
  [`I use this:\n${pem}\nbut it fails`, 'key', pem],
  [cutPem, 'key', cutPem],
  [`${putty}\nthat is all`, 'key', putty],
  ['AGE-SECRET-KEY-1FAKEFAKEFAKEFAKEFAKE', 'key', 'AGE-SECRET-KEY-1FAKEFAKEFAKEFAKEFAKE'],
  [
    '111111-000000-222222-000000-333333-000000-444444-000000',
    'key',
    '111111-000000-222222-000000-333333-000000-444444-000000',
  ],
  [`Cookie ${jwt}`, 'token', jwt],
  ['glpat-FAKEfakeFAKE00000000 expired?', 'token', 'glpat-FAKEfakeFAKE00000000'],
  ['Authorization: Bearer FAKE0000fake', 'token', 'FAKE0000fake'],
  ['https://example.org/?access_token=FAKE0000fake&x=1', 'token', 'FAKE0000fake'],
  ['otpauth://totp/a:b?secret=FAKEFAKE2345FAKE&issuer=c', 'token', 'FAKEFAKE2345FAKE'],
  ['https://hooks.slack.com/services/T000/B000/FAKE0000', 'token', 'T000/B000/FAKE0000'],
]

const harmless: readonly string[] = [
  '',
  'I forgot the root password',
  'hasło nie działa od wczoraj',
  'hasło: nie pamiętam, hasło wysłałem na czacie',
  'Hasło: takie samo jak zwykle',
  'the screen says "password: incorrect"',
  'Login: root\nHasło: ********',
  'hasło: przekazałem kolegom, hasło wykropkowane: nie podaję',
  'hasło do serwera jest na kartce pod klawiaturą',
  'Type a password for the user:\nRetype the password to confirm:',
  'I typed the password twice and it takes ages',
  'We switched from Apache to nginx and now it asks for a password',
  'it says: got "-----BEGIN OPENSSH PRIVATE KEY-----".',
  'linia "# requirepass foobared" jest zakomentowana',
  'amqp://USER:PASS@localhost:5672, key ID is 0x9A1FC3E27D40B586',
  'password: <your password>, PASSWORD=${DB_PASSWORD}, pass: xxxx',
  'Failed password for root from 192.0.2.1 port 41882 ssh2',
  'FATAL: password authentication failed for user "shop1"',
  'mysql -u root -p shop\nEnter password:\nERROR 2002 (HY000)',
  'docker run -u 1000:1000 nginx:1.25',
  'commit 9be0d41c7f2a6e3358b1d0c4a7e9f6120b3c5d7e',
  'UUID=3f0c9a6e-55b1-4d27-9e0e-7a1c2b8d4410, MAC 52:54:00:a7:3c:e9, 2001:db8::1',
  'SHA256:47DEQpj8HBSa/TImW+5JCeuQeRkm5NMpJWZG3hSuFU0',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFAKEpublic anna@laptop',
  '-----BEGIN CERTIFICATE-----\nMIIFAKEFAKEFAKEFAKEFAKE0000\n-----END CERTIFICATE-----',
  'Debian12 z PHP8.2 na srv1.example.org, /etc/ssh/sshd_config, zamówienie 4500012231',
  'mail to anna.nowak2@example.org, see https://example.org/a?b=c',
]

const pieces = fc.constantFrom(
  ...secrets.map(([text]) => text),
  ...harmless,
  'hasło',
  'password',
  ': ',
  '=',
  '"',
  '\n',
  ' ',
  '•••',
  'root/',
  '://a:',
  '@',
  '-----BEGIN ',
  'PIN ',
  'Zima2024',
  '\ud800',
  'İ',
)
const texts = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 8 })
  .map(some => some.join(''))

describe('secrets in free text', () => {
  for (const [text, kind, ...values] of secrets)
    it(`are found in: ${text.slice(0, 60)}`, () => {
      expect(found(text)).to.deep.equal(values)
      expect(findSecrets(text).map(span => span.kind)).to.deep.equal(values.map(() => kind))
    })

  for (const text of harmless)
    it(`are not seen in: ${text.slice(0, 60)}`, () => {
      expect(found(text)).to.deep.equal([])
    })

  it('are told once each, in their order, within the text', () => {
    fc.assert(
      fc.property(texts, text => {
        let last = 0
        for (const { start, end } of findSecrets(text)) {
          expect(start).to.be.at.least(last)
          expect(end).to.be.above(start)
          last = end
        }
        expect(last).to.be.at.most(text.length)
      }),
      { numRuns: 300 },
    )
  })

  it('are told alike when asked twice', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(findSecrets(text)).to.deep.equal(findSecrets(text))
      }),
    )
  })
})

describe('a masked secret', () => {
  it('leaves the text around it as it is', () => {
    expect(maskSecret('hasło: kasztan, dzięki', { start: 7, end: 14 })).to.equal('hasło: •••, dzięki')
  })

  it('is not found again at its place', () => {
    fc.assert(
      fc.property(texts, text => {
        for (const { start, end } of findSecrets(text)) {
          const masked = maskSecret(text, { start, end })
          const again = findSecrets(masked).filter(span => span.start < start + 3 && span.end > start)
          expect(again, JSON.stringify(masked)).to.deep.equal([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the last that has to be masked, when one begins at the end', () => {
    for (const [text] of secrets) {
      const masked = findSecrets(text).reduceRight((rest, span) => maskSecret(rest, span), text)
      expect(found(masked), masked).to.deep.equal([])
    }
  })
})

/** How often a text makes the patterns look: each look is one call of `exec`, whichever method asks for it. */
function looks(text: string): number {
  let count = 0
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (one) {
    count++
    return exec.call(this, one)
  }
  try {
    findSecrets(text)
  } finally {
    RegExp.prototype.exec = exec
  }
  return count
}

describe('a hostile text', () => {
  for (const piece of hostile)
    it(`of ${JSON.stringify(piece)} is answered in as many steps as it has characters`, () => {
      const [short, long] = [5_000, 10_000].map(length => looks(piece.repeat(length / piece.length)))
      expect(long).to.be.below(20 * 10_000)
      expect(long).to.be.below(2.2 * short! + 100)
    })
})
