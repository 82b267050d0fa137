import { expect } from 'chai'
import {
  parseServerReference,
  type NoticeCode,
  type ReferenceOptions,
  type ServerReferenceKind,
} from '../../../src/index.js'

type Pasted = [text: string, kind: ServerReferenceKind, value: string, ...notices: NoticeCode[]]

/** As it comes from panels, mails, terminals, alerts, address bars. */
const understood: Pasted[] = [
  // The length of a network of one address is no news; with a page behind, it is a link.
  ['185.203.116.4/32', 'ip', '185.203.116.4'],
  ['185.203.116.4/255.255.255.255', 'ip', '185.203.116.4'],
  ['2a01:4f8:10:2b5c::2/128', 'ip', '2a01:4f8:10:2b5c::2'],
  ['[2a01:4f8:10:2b5c::2]/128', 'ip', '2a01:4f8:10:2b5c::2'],
  ['::ffff:185.203.116.4/128', 'ip', '185.203.116.4'],
  ['fe80::1%eth0/128', 'ip', 'fe80::1', 'link-local-address'],
  ['10.0.0.5/32', 'ip', '10.0.0.5', 'private-address'],
  ['root@185.203.116.4/32', 'ip', '185.203.116.4', 'user-dropped'],
  ['firma.pl/32', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['185.203.116.4/wp-login.php', 'ip', '185.203.116.4', 'url-taken-apart'],
  ['185.203.116.4:22/tcp', 'ip', '185.203.116.4', 'url-taken-apart', 'port-dropped'],
  // Other widths, weights and dots.
  ['４６．４．１０５．２２：２２', 'ip', '46.4.105.22', 'port-dropped'],
  ['46。4。105。22', 'ip', '46.4.105.22'],
  ['46｡4｡105｡22', 'ip', '46.4.105.22'],
  ['46․4․105․22', 'ip', '46.4.105.22'],
  ['𝟒𝟔.𝟜.𝟷𝟶𝟻.𝟮𝟮', 'ip', '46.4.105.22'],
  ['④⑥.④.①⓪⑤.②②', 'ip', '46.4.105.22'],
  ['🯴🯶.4.105.22', 'ip', '46.4.105.22'],
  ['ｒｏｏｔ＠46.4.105.22', 'ip', '46.4.105.22', 'user-dropped'],
  ['［2a01:4f8::1］：22', 'ip', '2a01:4f8::1', 'port-dropped'],
  ['２ａ０１：４ｆ８：：１', 'ip', '2a01:4f8::1'],
  ['ｈｔｔｐｓ：／／ｆｉｒｍａ．ｐｌ／ｘ', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['𝐬𝐫𝐯𝟏.firma.pl', 'hostname', 'srv1.firma.pl'],
  ['bücher。ch', 'hostname', 'xn--bcher-kva.ch'],
  ['srv‑1.firma.pl', 'hostname', 'srv-1.firma.pl'],
  // What nobody sees.
  ['185.203\u200c.116.4', 'ip', '185.203.116.4'],
  ['185.203\u200d.116.4', 'ip', '185.203.116.4'],
  ['185.203.\u2060116.4\ufe0f', 'ip', '185.203.116.4'],
  ['185.203.116.4\u3164', 'ip', '185.203.116.4'],
  ['\u2068185.203.116.4\u2069', 'ip', '185.203.116.4'],
  ['185.203.116.4\u00a0', 'ip', '185.203.116.4'],
  ['\u3000185.203.116.4\u2003', 'ip', '185.203.116.4'],
  ['srv1.\u00adfirma.pl', 'hostname', 'srv1.firma.pl'],
  ['\u{e0001}firma.pl', 'hostname', 'firma.pl'],
  ['نامه\u200cای.com', 'hostname', 'xn--mgba3gch31f060k.com'],
  // IPv6 as tools write it.
  ['2A01:4F8::192.0.2.33', 'ip', '2a01:4f8::c000:221'],
  ['http://[fe80::1%25eth0]:8080/', 'ip', 'fe80::1', 'url-taken-apart', 'port-dropped', 'link-local-address'],
  ['fe80::1%Wi-Fi', 'ip', 'fe80::1', 'link-local-address'],
  ['[2a01:4f8::1]:', 'ip', '2a01:4f8::1'],
  ['2a01:4f8::1.', 'ip', '2a01:4f8::1'],
  ['0:0:0:0:0:FFFF:B9CB:7404', 'ip', '185.203.116.4'],
  [
    'sftp://root@[2a01:4f8::1]:22/home',
    'ip',
    '2a01:4f8::1',
    'url-taken-apart',
    'user-dropped',
    'port-dropped',
  ],
  // Address bars, shells, shares.
  ['https://185.203.116.4:8006/#v1:0:18:4', 'ip', '185.203.116.4', 'url-taken-apart', 'port-dropped'],
  ['https://firma.pl:10000/', 'hostname', 'firma.pl', 'url-taken-apart', 'port-dropped'],
  ['https://firma.pl./', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['firma.pl.:443', 'hostname', 'firma.pl', 'port-dropped'],
  ['HTTPS:\\\\firma.pl\\x', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['\\\\192.168.1.20\\c$', 'ip', '192.168.1.20', 'url-taken-apart', 'private-address'],
  ['root@185.203.116.4:/var/www', 'ip', '185.203.116.4', 'url-taken-apart', 'user-dropped'],
  ['FIRMA\\jan@185.203.116.4', 'ip', '185.203.116.4', 'user-dropped'],
  ['git+ssh://git@git.firma.pl/sklep', 'hostname', 'git.firma.pl', 'url-taken-apart', 'user-dropped'],
  ['jdbc:mysql://db.firma.pl:3306/sklep', 'hostname', 'db.firma.pl', 'url-taken-apart', 'port-dropped'],
  ['https://web.archive.org/web/2023/https://firma.pl/', 'hostname', 'web.archive.org', 'url-taken-apart'],
  // Words that only sound like secrets.
  ['https://firma.pl/reset-hasla', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/?author=1', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/?keyword=vps&sort_key=cena', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/lang?code=pl', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/?token=', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/?utm_source=mail&fbclid=IwAR0abc123def456', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/admin/produkt123', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['firma.pl/wp-admin/post.php?post=123&action=edit', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/pma/?route=/table/sql&db=sklep1', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/login/klient-2023-11', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['https://firma.pl/@jan', 'hostname', 'firma.pl', 'url-taken-apart'],
  ['firma.pl:8080/@jan', 'hostname', 'firma.pl', 'url-taken-apart', 'port-dropped'],
  ['haslo.firma.pl', 'hostname', 'haslo.firma.pl'],
  ['password-manager.firma.pl:8443', 'hostname', 'password-manager.firma.pl', 'port-dropped'],
  ['Password Manager 2022', 'service-name', 'Password Manager 2022'],
  ['Serwer haseł (Vaultwarden)', 'service-name', 'Serwer haseł (Vaultwarden)'],
  // Names with numbers and dots that are no addresses.
  ['10.0.0.1.nip.io', 'hostname', '10.0.0.1.nip.io'],
  ['4.116.203.185.in-addr.arpa', 'hostname', '4.116.203.185.in-addr.arpa'],
  ['ip-185-203-116-4.firma.pl', 'hostname', 'ip-185-203-116-4.firma.pl'],
  ['1.2.3.pl', 'hostname', '1.2.3.pl'],
  ['24.7.pl', 'hostname', '24.7.pl'],
  ['360.lol', 'hostname', '360.lol'],
  ['Windows Server 10.0.20348', 'service-name', 'Windows Server 10.0.20348'],
  ['Kowalski sp. z o.o.', 'service-name', 'Kowalski sp. z o.o.'],
  ['serwer 24/7', 'service-name', 'serwer 24/7'],
  ['Poznań, biuro', 'service-name', 'Poznań, biuro'],
  ['VPS „Zosia” – testowy', 'service-name', 'VPS „Zosia” – testowy'],
  ['Sklep / PrestaShop', 'service-name', 'Sklep / PrestaShop'],
  ['🔥 prod', 'service-name', '🔥 prod'],
  ['#2 serwer', 'service-name', '#2 serwer'],
  ['sklep.pl produkcja', 'service-name', 'sklep.pl produkcja'],
  ['2a01', 'service-name', '2a01'],
  ['web1:22', 'service-name', 'web1', 'port-dropped'],
]

const ids: readonly [text: string, pattern: string, kind: ServerReferenceKind, value: string][] = [
  ['WEB-19', '@+-#+', 'service-id', 'WEB-19'],
  ['ab-12-c', '@+-##-@', 'service-id', 'ab-12-c'],
  ['NH–10482', 'NH-#+', 'service-id', 'NH-10482'],
  ['ＮＨ－１０４８２', 'NH-#+', 'service-id', 'NH-10482'],
  ['NH‑10482', 'NH-#+', 'service-id', 'NH-10482'],
  ['INT/2023/881', 'INT/####/#+', 'service-id', 'INT/2023/881'],
  ['-19', '@+-#+', 'service-name', ''],
  ['NH-10482 sklep', 'NH-#+', 'service-name', 'NH-10482 sklep'],
]

describe('what people paste', () => {
  for (const [text, kind, value, ...notices] of understood) {
    it(`is understood: ${JSON.stringify(text)} as ${kind} ${value}`, () => {
      expect(parseServerReference(text)).to.deep.equal({ ok: true, value: { kind, value, notices } })
    })
  }

  for (const [text, serviceIdPattern, kind, value] of ids) {
    it(`is held against the provider’s pattern: ${text} against ${serviceIdPattern}`, () => {
      const options: ReferenceOptions = { serviceIdPattern }
      const parsed = parseServerReference(text, options)
      expect(parsed).to.deep.equal(
        value === ''
          ? { ok: false, error: 'not-a-server' }
          : { ok: true, value: { kind, value, notices: [] } },
      )
    })
  }
})
