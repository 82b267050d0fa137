import { expect } from 'chai'
import { read } from '../../../src/scope/concepts.js'
import { settle } from '../../../src/scope/meant.js'

/** The words of a text that are said, but not meant. */
function unmeantIn(text: string): string {
  const words = read(text)
  settle(words)
  return words
    .filter(word => word.off)
    .map(word => word.text)
    .join(' ')
}

/** What, a text, its words that aren't meant. */
const readings: readonly [string, string, string][] = [
  ['what is denied', "it isn't the firewall", 'isnt the firewall'],
  ['a list that is denied', 'not grub, not ssh, nor the disk', 'not grub not ssh nor the disk'],
  ['a list in Polish', 'to nie zapora, i nie grub, a nie dysk', 'nie zapora i nie grub a nie dysk'],
  ['an English "I" begins anew', "it isn't the network, I lost the root password", 'isnt the network'],
  ['an English "a" begins anew', "it isn't grub, a service stopped", 'isnt grub'],
  ['a question ends a sentence', "isn't it the firewall? Please restart nginx", 'isnt it the firewall ?'],
  ['so do several marks', "isn't it grub?? restart nginx", 'isnt it grub ? ?'],
  [
    'an address holds a question mark',
    'not index.php?page=2 of the shop',
    'not index php ? page 2 of the shop',
  ],
  ['"speed" is no finished work', 'speed up mysql', ''],
  ['finished work', 'restarted nginx', 'restarted nginx'],
  ['what is up', 'ssh is up', 'ssh is up'],
  ['what should come up', 'bring both ssh and nginx up', ''],
  ['"good" in a path', 'start apache by /root/apache-good', ''],
  ['a puzzle', 'Nie wiem, czemu mysql stanął', ''],
  ['a puzzle in the same breath', 'nie wiem czemu mysql stanął', ''],
  ['a puzzle in English', "I'm not sure why mysql stopped", ''],
  ['what fails to happen', "rdp doesn't accept my password", ''],
  ['nothing that answers', 'nothing is listening on 443, apache died', ''],
  ['what fails to happen, in Polish', 'rdp nie przyjmuje połączeń', ''],
  ['"nie chodzi" of a service', 'mysql nie chodzi', ''],
  ['"nie chodzi" of a topic', 'nie chodzi o hasło', 'nie chodzi o haslo'],
  ['what stands before its denial', 'sieci nie sprawdzajcie', 'sieci nie sprawdzajcie'],
  [
    '... up to another wish',
    'install docker and apache should not be restarted',
    'apache should not be restarted',
  ],
  ['a plea after a denial', "don't restart apache please install redis", 'dont restart apache'],
  ['what is replaced', 'zamiast klucza potrzebuję hasła', 'zamiast klucza'],
  ['what stays', 'iptables zostawić jak jest', 'iptables zostawic jak jest'],
  ['what is right', 'the root password is right, sshd died', 'the root password is right'],
  [
    'a list of what is fine',
    'grub, disks and network are fine, httpd died',
    'grub disks and network are fine',
  ],
  ['no list: trouble, and something that is fine', 'grub rescue, disk ok', 'disk ok'],
  ['what is asked for rather than another', 'root password, not the firewall', 'not the firewall'],
  ['a question that is answered', 'Hacked? No. Please restart nginx', 'hacked ? no'],
  ['what there is no need of', 'nie ma czego odzyskiwać', 'nie ma czego odzyskiwac'],
  ["what doesn't matter", 'o dane nie chodzi, usuńcie wirusa', 'o dane nie chodzi'],
  ['what was tried in vain', "a restart didn't help", 'a restart didnt help'],
  ['what is withdrawn', 'please ignore my request for fsck', 'my request for fsck'],
]

describe('settle', () => {
  for (const [what, text, unmeant] of readings) {
    it(`reads “${text}”: ${what}`, () => expect(unmeantIn(text)).to.equal(unmeant))
  }
})
