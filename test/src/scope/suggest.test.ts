import { expect } from 'chai'
import fc from 'fast-check'
import { introserv, suggestTasks, type ServicePolicy } from '../../../src/index.js'

const idsIn = (text: string, policy?: ServicePolicy): string[] =>
  suggestTasks(text, policy).map(({ id }) => id)

/** One task in one sentence, as people put it. */
const asked: readonly [string, string][] = [
  ['I lost the root password, please reset it', 'password-reset'],
  ['nie pamiętam hasła administratora, proszę o reset', 'password-reset'],
  ['haslo roota do resetu prosze', 'password-reset'],
  ['locked myself out with iptables, flush the rules please', 'network-recovery'],
  ['włączyłem ufw i straciłem dostęp do serwera', 'network-recovery'],
  ['iptables -P INPUT DROP and my session died', 'network-recovery'],
  ['sshd is dead after I edited sshd_config', 'remote-access-restore'],
  ['nie działa pulpit zdalny, port 3389 nie nasłuchuje', 'remote-access-restore'],
  ['stuck at grub rescue>', 'bootloader-repair'],
  ['grub sie wysypal po aktualizacji', 'bootloader-repair'],
  ['root file system went read-only, please run fsck', 'filesystem-repair'],
  ['partycja uszkodzona, prosze o fsck', 'filesystem-repair'],
  ['please restart nginx', 'service-restart'],
  ['mysql leży, proszę uruchomić usługę', 'service-restart'],
  ['nginx and mysql are down, bring both up', 'service-restart'],
  ['nothing is listening on 443, apache must have died', 'service-restart'],
  ['Nie wiem, czemu mysql stanął, proszę uruchomić', 'service-restart'],
  ['rdp nie przyjmuje połączeń', 'remote-access-restore'],
  ['I’m not sure why the shop throws error 500', 'application-troubleshooting'],
  ['speed up mysql, everything takes ages', 'performance-tuning'],
  ['blue screen after update, server unreachable, no idea why', 'os-diagnostics'],
  ['serwer nie odpowiada na ping, nie wiem dlaczego', 'os-diagnostics'],
  ['please install PHP 8.3 on the new VPS', 'software-install'],
  ['proszę o instalację certyfikatu SSL', 'software-install'],
  ['our shop throws an exception at checkout, please find out why', 'application-troubleshooting'],
  ['wtyczka woocommerce sypie bledami', 'application-troubleshooting'],
  ['deleted a folder by mistake, can you recover the files', 'data-recovery'],
  ['skasowałem zdjęcia, czy da się je odzyskać?', 'data-recovery'],
  ['everything is painfully slow, please optimise mysql', 'performance-tuning'],
  ['strona muli, prosze o optymalizacje', 'performance-tuning'],
  ['we have been hacked, there is a crypto miner on the server', 'malware-removal'],
  ['wirus na serwerze, wysyła spam', 'malware-removal'],
]

/** What is said without being asked for. */
const notAsked: readonly [string, string, string[]][] = [
  ['another thing is meant', 'nie chodzi o reset hasła, tylko o restart nginx', ['service-restart']],
  ['something must stay as it is', "don't touch the firewall, just restart apache", ['service-restart']],
  [
    'there is no need of it',
    'no need to reset the root password, please restart apache',
    ['service-restart'],
  ],
  ['something works', 'grub działa, proszę tylko o restart nginx', ['service-restart']],
  ['it is done already', 'SSH już naprawiłem, hasło roota zresetowałem, dziękuję', []],
  ['it was sorted out', 'grub is fixed already, thank you, you can close this ticket', []],
  ['the password of the client area', 'zapomniałem hasła do strefy klienta', []],
  ['hardware on order', 'zamawiam dodatkowy dysk NVMe, proszę o wycenę', []],
  ['names in the DNS', 'please change the PTR record of my domain', []],
  ['another machine', 'the firewall on my home router was to blame, nothing to do on your side', []],
  ['curiosity', 'czy optymalizacja MySQL jest w cenie? pytam z ciekawości', []],
  ['praise', 'thanks for the quick restart of nginx last night, all good now', []],
  ['an announcement', 'tonight we will run fsck ourselves, no action needed on your side', []],
  ['a price', 'how much does data recovery cost?', []],
  ['an invoice', 'nie dostałem faktury VAT za ostatni miesiąc', []],
  ['what an English "I" begins', 'it isn’t the network, I need the root password reset', ['password-reset']],
  ['a question before a wish', 'isn’t it the firewall? Please restart nginx', ['service-restart']],
  ['a list of what is fine', 'grub, disks and network are fine, httpd has stopped', ['service-restart']],
  ['what is right', 'the root password is right, sshd died', ['remote-access-restore']],
  ['what stands before its denial', 'sieci nie sprawdzajcie, proszę o restart nginx', ['service-restart']],
  ['what is replaced', 'zamiast klucza potrzebuję hasła roota', ['password-reset']],
  ['what is withdrawn', 'please ignore my request for fsck, it was the wrong server', []],
  [
    'what was tried in vain',
    'a restart of nginx didn’t help, the shop still shows error 500',
    ['application-troubleshooting'],
  ],
  ['a greeting', 'Dzień dobry', []],
  ['nothing', '', []],
]

const spoiled: readonly [string, string][] = [
  ['a letter too few', 'prosze zainstlowac wordpress'],
  ['two letters swapped', 'prosze zaintsalowac wordpress'],
  ['a letter too many', 'prosze zainstaloować wordpress'],
  ['capitals', 'PROSZĘ ZAINSTALOWAĆ WORDPRESS'],
  ['accents apart from their letters', 'proszę zainstalować wordpress'.normalize('NFD')],
]

/** Inputs made to take long: no text of a person looks so. */
const hostile: readonly [string, string][] = [
  ['one word without an end', 'a'.repeat(60_000)],
  ['sentences of a word each', 'ssh. '.repeat(12_000)],
  ['one sentence of nothing but signs', 'ssh grub fsck rdp nginx '.repeat(2_500)],
  ['negations on end', 'nie '.repeat(15_000)],
  ['lines without words', '\n'.repeat(60_000)],
  ['questions on end', '?'.repeat(60_000)],
  ['apostrophes on end', "a'b".repeat(20_000)],
  ['accents on end', `e${'\u0301'.repeat(59_999)}`],
  [
    'words that nearly are ours',
    Array.from({ length: 8_000 }, (_, at) => `resta${at.toString(26)}q`).join(' '),
  ],
  ['half surrogates', '\ud83d'.repeat(60_000)],
]

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.constantFrom(...asked.map(([sentence]) => sentence), 'nie', 'not', ',', '.', '\n', '🙂'), {
      maxLength: 12,
    })
    .map(parts => parts.join(' ')),
)

describe('suggestTasks', () => {
  for (const [sentence, id] of asked) {
    it(`takes “${sentence}” for ${id}`, () => expect(idsIn(sentence)).to.include(id))
  }

  for (const [what, sentence, ids] of notAsked) {
    it(`leaves out what isn't asked for: ${what}`, () => expect(idsIn(sentence)).to.deep.equal(ids))
  }

  for (const [how, sentence] of spoiled) {
    it(`understands ${how}`, () => expect(idsIn(sentence)).to.include('software-install'))
  }

  it('finds several problems in one text, in the order of the policy', () => {
    expect(idsIn('We were hacked. The root password must be reset. Please restart nginx.')).to.deep.equal([
      'password-reset',
      'service-restart',
      'malware-removal',
    ])
  })

  it('hears each wish of a sentence that lists several', () => {
    const ids = idsIn('reset the root password, restart nginx and install docker')
    expect(ids).to.include.members(['password-reset', 'service-restart'])
  })

  it('takes a symptom for what explains it, not for a case of its own', () => {
    const sentence = 'I typed the wrong gateway and since then the server is unreachable'
    expect(idsIn(sentence)).to.deep.equal(['network-recovery'])
  })

  it('points at the words that speak for it', () => {
    const sentence = 'Hello there. Please reset the root password.'
    const [suggestion] = suggestTasks(sentence)
    const { start, end } = suggestion!.span
    expect(sentence.slice(start, end)).to.contain('root')
    expect(start).to.be.greaterThan('Hello there.'.length)
  })

  it('counts offsets as the text is, emoji and all', () => {
    const sentence = '🙏🙏 grub rescue'
    const { start } = suggestTasks(sentence)[0]!.span
    expect(start).to.equal(sentence.indexOf('grub'))
  })

  it('suggests nothing that the policy does not sell', () => {
    const policy = { ...introserv, tasks: introserv.tasks.slice(0, 1), extras: [] }
    for (const [sentence] of asked) {
      for (const id of idsIn(sentence, policy)) expect(id).to.equal('password-reset')
    }
  })

  it('says of any text only ids that are sold, once each, with a span inside the text', () => {
    const sold = [...introserv.tasks, ...introserv.extras].map(({ id }) => id)
    fc.assert(
      fc.property(text, any => {
        const suggestions = suggestTasks(any)
        const ids = suggestions.map(({ id }) => id)
        expect(sold.filter(id => ids.includes(id))).to.deep.equal(ids)
        for (const { span } of suggestions) {
          expect(span.start).to.be.at.least(0)
          expect(span.end).to.be.greaterThan(span.start).and.at.most(any.length)
        }
      }),
    )
  })

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(text, any => {
        expect(suggestTasks(any)).to.deep.equal(suggestTasks(any))
      }),
    )
  })

  for (const [what, input] of hostile) {
    it(`comes to an end with ${what}`, () => {
      for (const { span } of suggestTasks(input)) expect(span.end).to.be.at.most(input.length)
    })
  }
})
