import { expect } from 'chai'
import fc from 'fast-check'
import {
  accountEnd,
  createAccountCommands,
  createAccountScript,
  generateAccountName,
  generatePassword,
  removeAccountCommands,
  scriptOf,
  systemFamilies,
  systemFamilyOf,
  type RandomSource,
  type SystemFamily,
} from '../../../src/index.js'

const real: RandomSource = bytes => {
  crypto.getRandomValues(bytes)
}

/** Randomness that a property can choose and repeat (mulberry32). */
function seeded(seed: number): RandomSource {
  let state = seed
  return bytes => {
    for (let index = 0; index < bytes.length; index++) {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      bytes[index] = (mixed ^ (mixed >>> 14)) & 255
    }
  }
}

const day = 86_400_000
const noon = Date.UTC(2026, 10, 23, 12)
const end = Date.UTC(2026, 11, 2)
const unix = systemFamilies.filter(family => family !== 'windows')
const account = (family: SystemFamily) => ({ family, username: 'support4973' })

describe('the system that the customer’s words name', () => {
  const table: [string, SystemFamily | undefined][] = [
    ['Debian 12', 'debian'],
    ['debian gnu/linux 12 (bookworm)', 'debian'],
    ['Ubuntu 24.04 LTS', 'debian'],
    ['Proxmox VE 8', 'debian'],
    ['AlmaLinux 9', 'rhel'],
    ['Alma Linux 9.4', 'rhel'],
    ['Rocky Linux 9', 'rhel'],
    ['CentOS 7', 'rhel'],
    ['RHEL 9', 'rhel'],
    ['Red Hat Enterprise Linux', 'rhel'],
    ['Fedora Server 40', 'rhel'],
    ['openSUSE Leap 15.6', 'suse'],
    ['SLES 15 SP6', 'suse'],
    ['Alpine 3.20', 'alpine'],
    ['Arch Linux', 'arch'],
    ['FreeBSD 14.1', 'freebsd'],
    ['Windows Server 2022 Datacenter', 'windows'],
    ['win 2019', 'windows'],
    ['', undefined],
    ['Linux', undefined],
    ['Darwin', undefined],
    ['some architecture', undefined],
    ['Windows Server 2022 with Ubuntu under it', undefined],
  ]
  for (const [text, family] of table) {
    it(`${text || 'nothing'}: ${family ?? 'to be chosen'}`, () => {
      expect(systemFamilyOf(text)).to.equal(family)
    })
  }
})

describe('the end of the account', () => {
  const table: [Parameters<typeof accountEnd>[0], number][] = [
    ['24h', Date.UTC(2026, 10, 26)],
    ['7d', Date.UTC(2026, 11, 2)],
    ['until-done', Date.UTC(2026, 11, 9)],
  ]
  for (const [window, expected] of table) {
    it(`of ${window}`, () => {
      expect(accountEnd(window, noon)).to.equal(expected)
    })
  }

  it('is a midnight, at least a day and less than two after the time that may be used', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), now => {
        const spare = accountEnd('7d', now) - (now + 7 * day)
        expect(accountEnd('7d', now) % day).to.equal(0)
        expect(spare).to.be.within(day, 2 * day - 1)
      }),
    )
  })
})

describe('a generated password', () => {
  it('has 20 characters, of all three classes, and none that moves or looks like another', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const password = generatePassword(seeded(seed))
        expect(password).to.match(/^[A-Za-z2-9]{20}$/)
        expect(password).to.match(/[a-z]/)
        expect(password).to.match(/[A-Z]/)
        expect(password).to.match(/[2-9]/)
        // Moves between QWERTY, QWERTZ and AZERTY; looks like another.
        expect(password).to.not.match(/[aqwzmy]/i)
        expect(password).to.not.match(/[0Oo1lIi58]/)
      }),
    )
  })

  it('is as likely as any other, to at least 100 bits', () => {
    const counts = new Map<string, number>()
    const drawn = 4_000
    const random = seeded(7)
    const passwords = new Set<string>()
    for (let draw = 0; draw < drawn; draw++) {
      const password = generatePassword(random)
      passwords.add(password)
      for (const character of password) counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    expect(passwords.size).to.equal(drawn)
    const total = drawn * 20
    const bits = [...counts.values()].reduce(
      (sum, count) => sum - (count / total) * Math.log2(count / total),
      0,
    )
    expect(bits * 20).to.be.above(100)
    // A character that modulo favours would come about a fifth more often than the rest.
    const letters = [...counts].filter(([character]) => /\D/.test(character)).map(([, count]) => count)
    expect(Math.max(...letters) / Math.min(...letters)).to.be.below(1.15)
  })

  it('is not made of randomness that stands still', () => {
    expect(() => generatePassword(bytes => bytes.fill(0))).to.throw('stands still')
    expect(() => generatePassword(bytes => bytes.fill(255))).to.throw('stands still')
  })
})

describe('the name of the account', () => {
  it('is a name on every system, and the same key on every keyboard', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        expect(generateAccountName(seeded(seed))).to.match(/^support[234679]{4}$/)
      }),
    )
  })
})

describe('the commands', () => {
  for (const family of systemFamilies) {
    it(`for ${family}: tell of every line what it does, and show no password`, () => {
      const lines = [
        ...createAccountCommands(account(family), end),
        ...removeAccountCommands(account(family)),
      ]
      expect(lines.length).to.be.above(3)
      for (const { command } of lines) expect(command).to.not.include('\n')
      expect(scriptOf(createAccountCommands(account(family), end))).to.include('…')
    })

    it(`for ${family}: hold nothing that opens a quote, whatever is drawn`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async seed => {
          const random = seeded(seed)
          const drawn = { family, username: generateAccountName(random) }
          const script = await createAccountScript(drawn, end, generatePassword(random), random)
          const quoted = [...(script ?? '').matchAll(/'([^']*)'/g)].map(([, text]) => text)
          const bare = (script ?? '').replace(/'[^']*'/g, '')
          expect(quoted.length).to.be.above(0)
          expect(bare).to.not.match(/['"`\\]/)
          expect(bare.replaceAll('$p', '')).to.not.include('$')
        }),
        { numRuns: 5 },
      )
    })
  }

  it('give an administrator to Debian, and take the account away again', () => {
    expect(createAccountCommands(account('debian'), end)).to.deep.equal([
      {
        does: 'install-sudo',
        command: 'command -v sudo || { apt-get update; apt-get install -y sudo; }',
      },
      {
        does: 'create-administrator',
        command: 'useradd -m -s /bin/bash -e 2026-12-02 -G sudo support4973',
      },
      { does: 'password-hash', command: "echo 'support4973:…' | chpasswd -e" },
    ])
    expect(scriptOf(removeAccountCommands(account('debian')))).to.equal(
      'pkill -KILL -u support4973; sleep 1\nuserdel -r support4973\n',
    )
  })

  it('let SUSE’s sudo ask for the account’s own password, and take that rule back', () => {
    const made = scriptOf(createAccountCommands(account('suse'), end))
    expect(made).to.include("'Defaults:support4973 !targetpw' 'support4973 ALL=(ALL) ALL'")
    expect(scriptOf(removeAccountCommands(account('suse')))).to.include('rm -f /etc/sudoers.d/support4973')
  })

  it('name the administrators of Windows by number, not in one of its languages', () => {
    const made = scriptOf(createAccountCommands(account('windows'), end))
    expect(made).to.include('Add-LocalGroupMember -SID S-1-5-32-544 -Member support4973')
    expect(made).to.include("-AccountExpires '2026-12-02'")
    expect(made).to.not.match(/Administrators/)
  })

  it('tell FreeBSD the day in its own way', () => {
    expect(scriptOf(createAccountCommands(account('freebsd'), end))).to.include('-e 02-Dec-2026')
  })

  const hostile = ['', '-rf', 'a b', "x'", 'x;reboot', '$(id)', 'Root', 'x'.repeat(21), 'é', 'a\nb']
  it('are not made for a name that is more than a name', () => {
    for (const family of systemFamilies) {
      for (const username of hostile) {
        expect(createAccountCommands({ family, username }, end)).to.deep.equal([])
        expect(removeAccountCommands({ family, username })).to.deep.equal([])
        expect(createAccountScript({ family, username }, end, generatePassword(real), real)).to.equal(
          undefined,
        )
      }
    }
  })

  it('are not made with a password of another making', () => {
    for (const password of ['', 'hunter2', 'correct horse', "bBcCdDeEfFgGhHjJkK2'", 'b'.repeat(20)]) {
      expect(createAccountScript(account('debian'), end, password, real)).to.equal(undefined)
    }
  })

  for (const family of unix) {
    it(`for ${family}: set the password without holding it`, async () => {
      const password = generatePassword(real)
      const script = await createAccountScript(account(family), end, password, real)
      expect(script).to.not.include(password)
      expect(script).to.match(/\$5\$rounds=1000\$[./0-9A-Za-z]{16}\$[./0-9A-Za-z]{43}'/)
    })
  }

  // Made with crypt(3) of libxcrypt 4.4.33.
  const known: [string, string, string][] = [
    ['bBcCdDeEfFgGhHjJkK23', '................', '4jTfaYo0wP9dRgY5DIe593dN.6liA3ljdZ9stsgxGb7'],
    ['679xvuXVUtTsSrRpPnN4', 'zzzzzzzzzzzzzzzz', 'dBR3sQKej6lj1y3RHdUixs7cEht.6kL.taCK8k6s2kA'],
  ]
  for (const [password, salt, hash] of known) {
    it(`make the hash that the system’s own crypt makes of ${password}`, async () => {
      const still: RandomSource = bytes => bytes.fill(salt.startsWith('.') ? 0 : 63)
      const script = await createAccountScript(account('rhel'), end, password, still)
      expect(script).to.include(`$5$rounds=1000$${salt}$${hash}'`)
    })
  }
})
