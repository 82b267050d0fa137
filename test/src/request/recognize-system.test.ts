import { expect } from 'chai'
import fc from 'fast-check'
import { recognizeSystem } from '../../../src/index.js'

/** A text, the system that it tells, and the words that tell it; `undefined` where it tells none. */
const systems: [string, string, string?][] = [
  // Names and versions as people write them.
  ['Debian 11', 'Debian 11'],
  ['mam debiana 12 i nic nie działa', 'Debian 12', 'debiana 12'],
  ['Na Debianie 10 padła sieć.', 'Debian 10', 'Debianie 10'],
  ['debian11, ssh dead', 'Debian 11', 'debian11'],
  ['Debian 11.6. Nothing answers.', 'Debian 11', 'Debian 11.6'],
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"', 'Debian 12', 'Debian GNU/Linux 12'],
  ['debain 11 nie wstaje', 'Debian 11', 'debain 11'],
  ['ubuntu 22.04 lts', 'Ubuntu 22.04', 'ubuntu 22.04 lts'],
  ['serwer na ubuntu 2204 nie odpowiada', 'Ubuntu 22.04', 'ubuntu 2204'],
  ['Welcome to Ubuntu 22.04.3 LTS (GNU/Linux 5.15.0-91-generic x86_64)', 'Ubuntu 22.04'],
  ['Ubuntu Server 20.04, disk full', 'Ubuntu 20.04', 'Ubuntu Server 20.04'],
  ['ubuntu 18 still, i know', 'Ubuntu 18'],
  ['ubunto 24.04', 'Ubuntu 24.04'],
  ['Proszę o zainstalowanie Dockera na świeżym Ubuntu 24.04.', 'Ubuntu 24.04'],
  ['centos7', 'CentOS 7'],
  ['CentOS 7.9.2009 z panelem', 'CentOS 7'],
  ['na centosie 7 stoi poczta', 'CentOS 7', 'centosie 7'],
  ['CentOS Stream 9 won’t boot', 'CentOS Stream 9'],
  ['Alma Linux 9', 'AlmaLinux 9'],
  ['almalinux 8.10', 'AlmaLinux 8'],
  ['alma 9 po reboocie pada', 'AlmaLinux 9', 'alma 9'],
  ['wgranie DirectAdmina na czystego almalinuxa', 'AlmaLinux', 'almalinuxa'],
  ['Rocky 9.3, SELinux', 'Rocky Linux 9'],
  ['Rocky Linux 8', 'Rocky Linux 8'],
  ['RHEL 8', 'RHEL 8'],
  ['Red Hat Enterprise Linux 9 kernel panic', 'RHEL 9'],
  ['cloudlinux 8 z cpanelem', 'CloudLinux 8'],
  ['fedora 40', 'Fedora 40'],
  ['openSUSE Leap 15.5', 'openSUSE 15.5'],
  ['FreeBSD 13.2 here', 'FreeBSD 13.2'],
  ['Alpine Linux 3.19', 'Alpine Linux 3.19'],
  ['arch linux, rolled this morning', 'Arch Linux'],
  ['Proxmox 8.1 nie wstaje po aktualizacji', 'Proxmox VE 8.1'],
  ['na Proxmoxie padł zfs', 'Proxmox VE', 'Proxmoxie'],
  ['esxi 7 purple screen', 'VMware ESXi 7'],
  ['Windows Server 2022', 'Windows Server 2022'],
  ['windows serwer 2022 nie puszcza rdp', 'Windows Server 2022', 'windows serwer 2022'],
  ['win2019', 'Windows Server 2019'],
  ['win srv 2016', 'Windows Server 2016'],
  ['P2V’ed an old Windows 2012 R2. It stops at 0xc0000098.', 'Windows Server 2012 R2', 'Windows 2012 R2'],
  ['na Windowsie 2019 niebieski ekran', 'Windows Server 2019', 'Windowsie 2019'],
  ['virus on my windows server', 'Windows Server', 'windows server'],
  ['nie pamietam hasla administratora na windowsie', 'Windows', 'windowsie'],
  ['VPS z Windowsem, rdp nie działa', 'Windows', 'Windowsem'],
  ['VPS z Windows 10 nie przyjmuje połączeń', 'Windows 10', 'Windows 10'],
  ['po aktualizacji do Debiana 12 nie wstaje', 'Debian 12', 'Debiana 12'],
  ['after the upgrade to Ubuntu 24.04 it hangs', 'Ubuntu 24.04'],

  ['containers on Ubuntu 22.04 don’t start', 'Ubuntu 22.04'],
  ['/home is full on Debian 11', 'Debian 11'],
  ['localhost ok, AlmaLinux 9', 'AlmaLinux 9'],
  ['klienci nie mogą składać zamówień, Debian 12', 'Debian 12'],
  ['as Debian 10 reached its end', 'Debian 10'],

  // The same, said twice; the fuller one counts.
  ['Mój Debian padł. To Debian 11, dwa dyski.', 'Debian 11', 'Debian 11'],
  ['windows pokazuje RAW. Windows Server 2019 Standard.', 'Windows Server 2019'],

  // One is the server's.
  ['My laptop runs Ubuntu 22.04, the server runs Debian 11.', 'Debian 11', 'Debian 11'],
  ['Łączę się z Windows 11, a na serwerze jest AlmaLinux 9.', 'AlmaLinux 9'],
  ['from my Windows 10 PC I can’t reach the VPS with CentOS 7', 'CentOS 7'],
  ['To nie Ubuntu, tylko Debian 12.', 'Debian 12'],
  ['It isn’t CentOS but AlmaLinux 8.', 'AlmaLinux 8'],
  ['kiedyś był CentOS 7, teraz jest AlmaLinux 9', 'AlmaLinux 9'],
]

const noSystem = [
  '',
  'nic nie działa, pomocy',
  'my laptop runs Ubuntu',
  'from my Windows 10 PC nothing works',
  'I connect from Windows with PuTTY',
  'łączę się z windowsa przez putty',
  'na moim laptopie z Ubuntu ssh działa',
  'mam windows 11 w domu',
  'Windows 11',
  'to nie Debian',
  'nie mam Windowsa',
  'it is not Ubuntu',
  'no Windows here',
  'zamiast Debiana',
  'Please install Ubuntu 24.04',
  'proszę zainstalować Debiana 12',
  'reinstall with Debian 12 please',
  'proszę przeinstalować serwer na AlmaLinux 9',
  'do you advise against installing Windows',
  'please upgrade it to Debian 12',
  'aktualizacja systemu do Ubuntu 24.04',
  'upgrade from Debian 10 to 11 failed',
  'Debian 11 or Ubuntu 22.04, I don’t remember',
  'Na jednym serwerze Debian 11, na tym serwerze Ubuntu 20.04.',
  'na innym serwerze mam Debiana 11',
  'my other server runs CentOS 7',
  'the docker image is debian:12',
  'w kontenerze z Debianem 12',
  'ile kosztuje VPS z Windowsem?',
  'How much is a server with Windows Server 2022?',
  'login ubuntu@203.0.113.7',
  'I log in as ubuntu',
  'deb http://deb.debian.org/debian stable main',
  'mysql 8.0.36-0ubuntu0.22.04.1',
  'we win 2019 times',
  'one of your maintenance windows',
  'rocky road, alma mater, noble cause',
]

const types: [string, 'vps' | 'dedicated', string?][] = [
  ['VPS', 'vps'],
  ['z vpsa nie wychodzi poczta', 'vps', 'vpsa'],
  ['mój VPS nie odpowiada', 'vps', 'VPS'],
  ['ktos mi sie wlamal na vpsa', 'vps', 'vpsa'],
  ['na VPS-ie skończyło się miejsce', 'vps', 'VPS-ie'],
  ['vpsik z ubuntu 20', 'vps', 'vpsik'],
  ['kvm vps with 4 GB', 'vps', 'vps'],
  ['nie działa VPS', 'vps'],
  ['virtual server down', 'vps', 'virtual server'],
  ['serwer wirtualny padł', 'vps', 'serwer wirtualny'],
  ['serwer dedykowany', 'dedicated'],
  ['na serwerze dedykowanym padł dysk', 'dedicated', 'serwerze dedykowanym'],
  ['brak łączności z dedykiem', 'dedicated', 'dedykiem'],
  ['dedyk', 'dedicated'],
  ['z dedyka nie wychodzi poczta', 'dedicated', 'dedyka'],
  ['mail from our VPS is not delivered', 'vps', 'VPS'],
  ['please reinstall my VPS', 'vps', 'VPS'],
  ['klienci nie mogą nic kupić, VPS nie odpowiada', 'vps', 'VPS'],
  ['our shop can’t take orders, the VPS is down', 'vps', 'VPS'],
  ['stoi to na waszym dedyku od dwoch lat', 'dedicated', 'dedyku'],
  ['dedicated box, two disks', 'dedicated', 'dedicated box'],
  ['Dedicated server, two disks in a mirror, CentOS 7 (I know)', 'dedicated', 'Dedicated server'],
  ['dedicted server wont boot', 'dedicated', 'dedicted server'],
  ['it’s a bare-metal machine', 'dedicated', 'bare-metal'],
  ['to nie VPS, tylko dedyk', 'dedicated', 'dedyk'],
  ['not a VPS but a dedicated server', 'dedicated', 'dedicated server'],
  ['dedyk, a nie VPS', 'dedicated', 'dedyk'],
]

const noType = [
  '',
  'the server is down',
  'serwer nie działa',
  'to nie VPS',
  'it isn’t a VPS',
  'to nie jest zwykły VPS',
  'a dedicated IP address',
  'dedykowany adres IP i dedykowane konto',
  'vps12 login: root',
  'ping vps-1234.provider.example',
  'VPS stoi na naszym dedyku',
  'my other VPS works',
  'z innego VPS-a też nie wchodzi',
  'na drugim vps to samo',
  'Ile kosztuje VPS z 16 GB RAM?',
  'On the 2nd I ordered a dedicated server with two 4 TB drives',
  'zamawiam dodatkowy dysk do serwera dedykowanego',
  'IP-KVM console',
]

describe('the operating system in a text', () => {
  for (const [text, value, words] of systems) {
    it(`is ${value}: ${text}`, () => {
      const { operatingSystem } = recognizeSystem(text)
      expect(operatingSystem?.value).to.equal(value)
      const { start, end } = operatingSystem!.span
      if (words !== undefined) expect(text.slice(start, end)).to.equal(words)
    })
  }
  for (const text of noSystem) {
    it(`isn’t told: ${text || 'nothing'}`, () => {
      expect(recognizeSystem(text).operatingSystem?.value).to.equal(undefined)
    })
  }
})

describe('the type of the server in a text', () => {
  for (const [text, value, words] of types) {
    it(`is ${value}: ${text}`, () => {
      const { serverType } = recognizeSystem(text)
      expect(serverType?.value).to.equal(value)
      const { start, end } = serverType!.span
      if (words !== undefined) expect(text.slice(start, end)).to.equal(words)
    })
  }
  for (const text of noType) {
    it(`isn’t told: ${text || 'nothing'}`, () => {
      expect(recognizeSystem(text).serverType?.value).to.equal(undefined)
    })
  }
})

describe('recognizing a system', () => {
  const pieces = fc.constantFrom(
    ...[
      'Debian',
      'debiana 11',
      'VPS',
      'dedyk',
      'nie',
      'laptop',
      'Windows',
      '2022',
      'ś',
      '👩‍💻',
      ',',
      '.',
      '\n',
      ' ',
    ],
  )

  it('answers with words of the text', () => {
    fc.assert(
      fc.property(fc.array(pieces), fc.constantFrom('', ' '), (words, between) => {
        const text = words.join(between)
        for (const found of Object.values(recognizeSystem(text))) {
          const { start, end } = found.span as { start: number; end: number }
          expect(start).to.be.at.least(0)
          expect(end).to.be.above(start).and.at.most(text.length)
          expect(text.slice(start, end)).to.match(/^\S.*\S$/s)
        }
      }),
    )
  })
})
