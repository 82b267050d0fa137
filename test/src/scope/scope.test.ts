import { expect } from 'chai'
import fc from 'fast-check'
import { checkScope, introserv, mayMissCredentials, type ServicePolicy } from '../../../src/index.js'

const cases: readonly [string, string[], string[], string, string[], string[]][] = [
  ['one task', ['service-restart'], [], 'included', ['service-restart'], []],
  ['one extra', [], ['data-recovery'], 'extra', [], ['data-recovery']],
  [
    'a task and an extra',
    ['software-install'],
    ['malware-removal'],
    'mixed',
    ['software-install'],
    ['malware-removal'],
  ],
  ['nothing', [], [], 'unclear', [], []],
  ['what the provider does not sell', ['coffee'], ['tea'], 'unclear', [], []],
  [
    'a task, and what the provider does not sell',
    ['password-reset', 'coffee'],
    ['tea'],
    'included',
    ['password-reset'],
    [],
  ],
  ['an extra ticked as a task', ['data-recovery'], [], 'unclear', [], []],
  ['the name of something every object has', ['constructor', '__proto__'], ['toString'], 'unclear', [], []],
  ['the same task twice', ['os-diagnostics', 'os-diagnostics'], [], 'included', ['os-diagnostics'], []],
  [
    'tasks in another order',
    ['software-install', 'password-reset'],
    [],
    'included',
    ['password-reset', 'software-install'],
    [],
  ],
]

describe('the scope of a request', () => {
  for (const [what, tasks, extras, kind, included, additional] of cases) {
    it(`is ${kind} for ${what}`, () => {
      expect(checkScope(tasks, extras, introserv)).to.deep.equal({
        kind,
        tasks: included,
        extras: additional,
      })
    })
  }

  it('is judged by the policy that is given, not by ours', () => {
    const other: ServicePolicy = {
      ...introserv,
      tasks: [{ id: 'data-recovery', credentials: 'required' }],
      extras: [{ id: 'password-reset', price: 'on-request' }],
    }
    expect(checkScope(['data-recovery'], [], other).kind).to.equal('included')
    expect(checkScope([], ['password-reset'], other).kind).to.equal('extra')
    expect(checkScope(['password-reset'], [], other).kind).to.equal('unclear')
  })

  it('names only what was asked for and is sold', () => {
    const ids = fc.array(
      fc.oneof(
        fc.constantFrom(...introserv.tasks, ...introserv.extras).map(({ id }) => id),
        fc.string(),
      ),
    )
    fc.assert(
      fc.property(ids, ids, (tasks, extras) => {
        const scope = checkScope(tasks, extras, introserv)
        for (const id of scope.tasks) expect(tasks).to.include(id)
        for (const id of scope.extras) expect(extras).to.include(id)
        expect(scope.kind === 'unclear').to.equal(scope.tasks.length + scope.extras.length === 0)
      }),
    )
  })
})

describe('a request without login details', () => {
  it('goes through for a password reset, alone or with other tasks', () => {
    expect(mayMissCredentials(['password-reset'], introserv)).to.equal(true)
    expect(mayMissCredentials(['software-install', 'password-reset'], introserv)).to.equal(true)
  })

  it('is not to be had for anything else', () => {
    for (const { id } of introserv.tasks.filter(task => task.id !== 'password-reset')) {
      expect(mayMissCredentials([id], introserv), id).to.equal(false)
    }
    expect(mayMissCredentials([], introserv)).to.equal(false)
    expect(mayMissCredentials(['coffee'], introserv)).to.equal(false)
  })

  it('follows the policy that is given', () => {
    const tasks = [
      { id: 'rebuild', credentials: 'may-be-missing' },
      { id: 'password-reset', credentials: 'required' },
    ] as const
    expect(mayMissCredentials(['rebuild'], { ...introserv, tasks })).to.equal(true)
    expect(mayMissCredentials(['password-reset'], { ...introserv, tasks })).to.equal(false)
  })
})
