import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Filing } from '../../src/index.js'
import { send } from '../../src/request/send.js'
import { filingFor, newKey, signIn } from '../server/customer.js'
import { dataFolder, startDemo, type Demo } from '../server/demo-process.js'
import { halvesIn, ticketsIn } from './ticket-file.js'

const requests = 50

describe('fifty requests at once under one key, to two processes of the backend on one file,', () => {
  const data = dataFolder()
  const path = join(data.path, 'nordhost.db')
  let demos: readonly Demo[]

  before(async () => {
    // One after the other: the first makes the keys that both read.
    demos = [await startDemo(data.path), await startDemo(data.path)]
  })
  after(async () => {
    await Promise.all(demos.map(demo => demo.stop()))
    data.remove()
  })

  /** Sends them all, to either process in turn; what each was told. */
  async function told(key: string, filings: readonly Filing[]): Promise<readonly string[]> {
    const customers = await Promise.all(demos.map(async ({ url }) => signIn(url, 'anna')))
    const actions = await Promise.all(
      filings.map(async (filing, index) => {
        const { adapter } = customers[index % customers.length] ?? assert.fail('nobody there')
        return send({ key, filing }, adapter)
      }),
    )
    assert.deepEqual(halvesIn(path), [])
    return actions.map(action => {
      if (action.do === 'accept') return action.filed.intervention.number
      return action.do === 'lose' && action.differs ? 'conflict' : `${action.do}?`
    })
  }

  function numbersOf(key: string): readonly string[] {
    return ticketsIn(path)
      .filter(ticket => ticket.key === key)
      .map(({ number }) => number)
  }

  it('R10: make one ticket, whose number all are told', async () => {
    const key = newKey()
    const filing = await filingFor('anna', key)
    const answers = await told(key, Array<Filing>(requests).fill(filing))
    const numbers = numbersOf(key)
    assert.equal(numbers.length, 1)
    assert.deepEqual([...new Set(answers)], numbers)
  })

  it('make one ticket where they are two different requests, and the other is told that it conflicts', async () => {
    const key = newKey()
    const one = await filingFor('anna', key)
    const other = { ...one, problem: 'Inny opis awarii.' }
    // In fours, so that each process gets both.
    const answers = await told(
      key,
      Array.from({ length: requests }, (_, index) => (index % 4 < 2 ? one : other)),
    )
    const numbers = numbersOf(key)
    assert.equal(numbers.length, 1)
    const toldOf = (isOne: boolean) => new Set(answers.filter((_, index) => index % 4 < 2 === isOne))
    const all = [...toldOf(true), ...toldOf(false)]
    // A number is told to nobody whose words are not in the ticket; a conflict, to those too who came while it wasn't decided.
    assert.equal(all.filter(answer => answer === numbers[0]).length, 1)
    assert.deepEqual(new Set(all), new Set([...numbers, 'conflict']))
  })
})
