import type { Standing } from '../../src/tracking/standing.js'
import {
  access,
  asks,
  authorizes,
  cannotHave,
  checksOff,
  done,
  effort,
  filed,
  method,
  price,
  promise,
  says,
  stage,
  start,
  minute,
  story,
  sums,
  waiting,
  working,
  type Line,
} from './story.js'

/** What of a standing a person would tell apart, in one line each. */
export interface Told {
  readonly stage: string | null
  readonly phase: Standing['phase']
  readonly acts: Standing['acts']
  readonly aside?: boolean
  /** Minutes since the beginning. */
  readonly since?: number
  readonly asked?: boolean
  readonly method?: string | null
  readonly effort?: string | null
  /** Minutes since the beginning, or that the word was kept. */
  readonly nextUpdate?: number | 'given' | null
  readonly offered?: readonly string[]
  readonly conflicts?: readonly string[]
  readonly access?: string | null
  readonly alarm?: boolean
  readonly summary?: boolean
  readonly checkedOff?: readonly string[]
  readonly unavailable?: readonly string[]
  /** The straight path: `+` passed, `@` here, `.` ahead. */
  readonly path?: string
  readonly waited?: number | null
}

/** The same of a standing, as far as it was told. */
export function toldOf(standing: Standing, asTold: Told): Told {
  const minutes = (at: number) => (at - start) / minute
  const { nextUpdate, question, summary, work } = standing
  const whole: Required<Told> = {
    stage: standing.stage,
    phase: standing.phase,
    acts: standing.acts,
    aside: standing.aside,
    since: minutes(standing.since ?? NaN),
    asked: question !== null,
    method: standing.method?.method ?? null,
    effort: standing.effort && `${standing.effort.effort}${standing.effort.reclassed ? ' now' : ''}`,
    nextUpdate:
      nextUpdate.kind === 'promised' ? minutes(nextUpdate.by) : nextUpdate.kind === 'given' ? 'given' : null,
    offered: standing.quotes.filter(({ state }) => state === 'offered').map(({ digest }) => digest),
    conflicts: standing.conflicts.map(choice => choice.method),
    access: standing.access.current?.event ?? null,
    alarm: standing.access.openedAfterWithdrawal,
    summary: summary !== null,
    checkedOff: standing.checkedOff.map(({ item }) => item),
    unavailable: standing.unavailable.map(({ extra }) => extra),
    path: standing.path.map(({ state }) => ({ passed: '+', here: '@', ahead: '.' })[state]).join(''),
    waited: work && work.waited / minute,
  }
  const keys = Object.keys(asTold)
  return JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(whole).filter(([key]) => keys.includes(key)))),
  )
}

const begun = { stage: 'in-progress', phase: 'working', acts: 'support' } as const
const open = { stage: 'submitted', phase: 'received', acts: 'support' } as const
const held = { stage: 'waiting-for-customer', phase: 'waiting', acts: 'customer' } as const
const closed = { stage: 'done', phase: 'done', acts: 'nobody' } as const
const answer = (at: number): Line[] => [
  ['customer', says('This one.'), at],
  ['customer', stage('in-progress'), at],
]
const askedAgain = (at: number): Line[] => [
  ['engineer', asks('And now?'), at],
  ['engineer', stage('waiting-for-customer'), at],
]
const reopening: readonly Line[] = [
  ['customer', says('It is broken again.')],
  ['customer', authorizes({ serverTime: start + 40 * minute })],
  ['customer', access('sealed')],
  ['customer', stage('reopened')],
]
const narrow = { methods: ['ssh-rdp', 'rescue'] }

const stories: readonly (readonly [name: string, lines: readonly Line[], told: Told])[] = [
  ['nothing yet', [], { stage: null, phase: 'received', acts: 'support', path: '.....' }],
  ['filed', filed, { ...open, access: 'sealed', since: 0, path: '@....', asked: false }],
  ['filed without login details', filed.toSpliced(2, 1), { ...open, access: null }],
  [
    'verified',
    [...filed, ['engineer', stage('verification')]],
    {
      ...open,
      stage: 'verification',
      path: '+@...',
    },
  ],
  [
    'work in progress',
    working,
    {
      ...begun,
      since: 6,
      path: '+++@.',
      method: 'ssh-rdp',
      effort: null,
      waited: 0,
    },
  ],
  ['stages skipped', [...filed, ['engineer', stage('in-progress')]], { ...begun, path: '+++@.' }],
  [
    'back to the assessment',
    [...working, ['engineer', stage('assessment'), 9]],
    {
      stage: 'assessment',
      phase: 'working',
      acts: 'support',
      since: 9,
      path: '++@..',
    },
  ],
  [
    'the same stage told again',
    [...working, ['engineer', stage('in-progress', 'still'), 9]],
    {
      ...begun,
      since: 6,
    },
  ],
  [
    'a question, and waiting',
    waiting,
    {
      ...held,
      aside: true,
      asked: true,
      since: 10,
      path: '+++@.',
      waited: 0,
    },
  ],
  ['waiting told before the question', swapped(waiting), { ...held, asked: true }],
  [
    'a question without waiting',
    [...working, ['engineer', asks()]],
    {
      ...begun,
      acts: 'customer',
      asked: true,
    },
  ],
  [
    'a question answered',
    [...working, ['engineer', asks()], ['customer', says()]],
    {
      ...begun,
      asked: false,
    },
  ],
  [
    'the second of two questions open',
    [...waiting, ['customer', says()], ['engineer', asks('And?')]],
    {
      ...held,
      asked: true,
    },
  ],
  [
    'answered, and back at work',
    [...waiting, ...answer(20)],
    {
      ...begun,
      aside: false,
      asked: false,
      since: 20,
      path: '+++@.',
      waited: 10,
    },
  ],
  [
    'the engineer’s own message answers nothing',
    [...waiting, ['engineer', says('Well?')]],
    {
      ...held,
      asked: true,
    },
  ],
  [
    'the engineers resume without an answer',
    [...waiting, ['engineer', stage('in-progress'), 15]],
    {
      ...begun,
      asked: false,
      waited: 5,
    },
  ],
  [
    'waited for twice',
    [...waiting, ...answer(20), ...askedAgain(30), ...answer(45)],
    {
      ...begun,
      waited: 25,
    },
  ],
  [
    'waiting while it is assessed',
    [...filed, ['engineer', stage('assessment')], ...askedAgain(6), ...answer(9)],
    {
      stage: 'in-progress',
      phase: 'working',
      acts: 'support',
      waited: 0,
    },
  ],
  [
    'escalated',
    [...working, ['engineer', stage('escalated', 'disk'), 20]],
    {
      stage: 'escalated',
      phase: 'working',
      acts: 'support',
      aside: true,
      path: '+++@.',
    },
  ],
  [
    'declined',
    [...filed, ['engineer', stage('declined', 'not the owner')]],
    {
      stage: 'declined',
      phase: 'declined',
      acts: 'nobody',
      aside: true,
      path: '@....',
    },
  ],
  [
    'cancelled while a question is open',
    [...waiting, ['customer', stage('cancelled')]],
    {
      stage: 'cancelled',
      phase: 'declined',
      acts: 'nobody',
      asked: false,
    },
  ],
  ['done', done, { ...closed, summary: true, since: 30, path: '++++@', nextUpdate: null, aside: false }],
  ['done without a summary', [...working, ['engineer', stage('done')]], { ...closed, summary: false }],
  [
    'the summary told after the end',
    [...done.toSpliced(-2, 1), ['engineer', sums()]],
    {
      ...closed,
      summary: true,
    },
  ],
  ['a question after the end keeps nobody', [...done, ['engineer', asks('Happy?')]], closed],
  [
    'reopened',
    [...done, ...reopening],
    {
      stage: 'reopened',
      phase: 'received',
      acts: 'support',
      aside: true,
      summary: false,
      method: null,
      effort: null,
      access: 'sealed',
      path: '+....',
      waited: null,
    },
  ],
  [
    'reopened and at work again',
    [...done, ...reopening, ['engineer', stage('in-progress'), 60]],
    {
      ...begun,
      since: 60,
      path: '+++@.',
      summary: false,
      waited: 0,
    },
  ],
  [
    'reopened and done again',
    [...done, ...reopening, ['engineer', sums()], ['engineer', stage('done')]],
    {
      ...closed,
      summary: true,
      path: '++++@',
    },
  ],
  [
    'declined, then taken after all',
    [...filed, ['engineer', stage('declined')], ['engineer', stage('assessment')]],
    {
      stage: 'assessment',
      phase: 'working',
      acts: 'support',
      path: '++@..',
    },
  ],
  ['called standard', [...working, ['engineer', effort('standard')]], { ...begun, effort: 'standard' }],
  [
    'called complex from the first',
    [...working, ['engineer', effort('complex')]],
    {
      ...begun,
      effort: 'complex',
    },
  ],
  [
    'called complex after all, and again',
    [
      ...working,
      ['engineer', effort('standard')],
      ['engineer', effort('complex')],
      ['engineer', effort('complex')],
    ],
    { ...begun, effort: 'complex now' },
  ],
  [
    'complex, and standard after all',
    [
      ...working,
      ['engineer', effort('standard')],
      ['engineer', effort('complex')],
      ['engineer', effort('standard')],
    ],
    { ...begun, effort: 'standard' },
  ],
  ['an update promised', [...working, ['engineer', promise(40)]], { ...begun, nextUpdate: 40 }],
  [
    'an update promised and given',
    [...working, ['engineer', promise(40)], ['engineer', says()]],
    {
      ...begun,
      nextUpdate: 'given',
    },
  ],
  [
    'a customer’s message is no update',
    [...working, ['engineer', promise(40)], ['customer', says('Any news?')]],
    { ...begun, nextUpdate: 40 },
  ],
  [
    'an update promised anew',
    [...working, ['engineer', promise(40)], ['engineer', says()], ['engineer', promise(80)]],
    { ...begun, nextUpdate: 80 },
  ],
  [
    'promised, and done',
    [...working, ['engineer', promise(40)], ['engineer', stage('done')]],
    {
      ...closed,
      nextUpdate: null,
    },
  ],
  [
    'a price offered',
    [...working, ['engineer', price('d1', 'offered')]],
    {
      ...begun,
      acts: 'customer',
      offered: ['d1'],
    },
  ],
  [
    'a price approved',
    [...working, ['engineer', price('d1', 'offered')], ['customer', price('d1', 'approved')]],
    {
      ...begun,
      offered: [],
    },
  ],
  [
    'one price declined, another offered',
    [
      ...working,
      ['engineer', price('d1', 'offered')],
      ['customer', price('d1', 'declined')],
      ['engineer', price('d2', 'offered')],
    ],
    { ...begun, acts: 'customer', offered: ['d2'] },
  ],
  [
    'a price expired',
    [...working, ['engineer', price('d1', 'offered')], ['system', price('d1', 'expired')]],
    {
      ...begun,
      offered: [],
    },
  ],
  [
    'an extra that can’t be had',
    [...working, ['engineer', cannotHave('data-recovery')]],
    {
      ...begun,
      unavailable: ['data-recovery'],
    },
  ],
  ['opened', [...working, ['engineer', access('opened', 'on call')]], { ...begun, access: 'opened' }],
  [
    'refused by the server',
    [...working, ['engineer', access('refused')]],
    {
      ...begun,
      acts: 'customer',
      access: 'refused',
    },
  ],
  [
    'refused, and the engineers go by rescue mode',
    [...working, ['engineer', access('refused')], ['engineer', method('rescue')]],
    { ...begun, access: 'refused', method: 'rescue' },
  ],
  [
    'refused and sealed anew',
    [...working, ['engineer', access('refused')], ['customer', access('sealed')]],
    {
      ...begun,
      access: 'sealed',
    },
  ],
  [
    'withdrawn',
    [...working, ['customer', access('withdrawn')], ['system', access('destroyed')]],
    {
      ...begun,
      access: 'destroyed',
      alarm: false,
    },
  ],
  [
    'opened though withdrawn',
    [
      ...working,
      ['customer', access('withdrawn')],
      ['system', access('kept')],
      ['engineer', access('opened')],
    ],
    { ...begun, access: 'opened', alarm: true },
  ],
  [
    'withdrawn, sealed anew and opened',
    [
      ...working,
      ['customer', access('withdrawn')],
      ['customer', access('sealed')],
      ['engineer', access('opened')],
    ],
    { ...begun, access: 'opened', alarm: false },
  ],
  [
    'a method that was never allowed',
    [...filed, ['customer', authorizes(narrow)], ['engineer', method('datacentre')]],
    {
      ...open,
      method: 'datacentre',
      conflicts: ['datacentre'],
    },
  ],
  [
    'a method chosen before it was forbidden',
    [...filed, ['engineer', method('vnc')], ['customer', authorizes(narrow)]],
    {
      ...open,
      method: 'vnc',
      conflicts: ['vnc'],
    },
  ],
  [
    'a method of the last round, forbidden when it is opened again',
    [...filed, ['engineer', method('vnc')], ['engineer', stage('done')], ['customer', authorizes(narrow)]],
    { ...closed, method: 'vnc', conflicts: [] },
  ],
  [
    'an item checked off twice',
    [
      ...done,
      ['customer', checksOff('review-logs')],
      ['customer', checksOff('review-logs')],
      ['customer', checksOff('verify-access-and-passwords')],
    ],
    { ...closed, checkedOff: ['review-logs', 'verify-access-and-passwords'] },
  ],
  [
    'a stage of the provider’s own',
    [...working, ['engineer', stage('compiling'), 12]],
    {
      ...begun,
      stage: 'compiling',
      aside: false,
      since: 12,
      path: '+++@.',
    },
  ],
  [
    'waited for in a stage of the provider’s own',
    [
      ...working,
      ['engineer', stage('compiling')],
      ...askedAgain(20),
      ['customer', says()],
      ['customer', stage('compiling')],
    ],
    { ...begun, stage: 'compiling', asked: false },
  ],
  [
    'phases only',
    [
      ...filed.slice(0, 3),
      ['system', stage('received')],
      ['engineer', stage('working')],
      ['engineer', stage('done')],
    ],
    {
      ...closed,
      path: '++++@',
    },
  ],
  [
    'the engineers’ clock goes two hours behind',
    [...waiting, ['customer', says()], ['customer', stage('in-progress'), -110]],
    {
      ...begun,
      since: -110,
      waited: 0,
    },
  ],
  ['the customer’s words only', [['customer', says()]], { stage: null, phase: 'received', acts: 'support' }],
]

/** What a ticket's entries mean, by hand: in words, who said what, and how it stands then. */
export const sequences = stories.map(([name, lines, told]) => ({ name, entries: story(lines), told }))

function swapped(lines: readonly Line[]): Line[] {
  return [...lines.slice(0, -2), ...lines.slice(-2).toReversed()]
}
