import { bridge } from '../../../src/bridge.js'
import { memoryAdapter, testAccount } from '../../../src/testing.js'
import { PORTAL } from '../../support/wired.js'

// The `handle.js` that every host of the README serves: one customer of a system in memory. `/begun` tells how many
// requests have come as far as the system, which takes half a second for each, `/watching` how many streams listen to it,
// `/telling?times=` lets it tell of so many versions, one after another.

/** Such a handle; `everyMs`: the system tells each stream by itself too, as one does that is asked for it. */
export function handleOf(everyMs?: number): (request: Request) => Promise<Response> {
  const memory = memoryAdapter()
  const listeners = new Set<(version: string) => void>()
  let begun = 0
  const answer = bridge(
    {
      ...memory,
      async submit(filing, write) {
        begun += 1
        await new Promise(resolve => setTimeout(resolve, 500))
        return memory.submit(filing, write)
      },
      watch(_id, changed, { signal }) {
        let version = 0
        const timer = everyMs && setInterval(() => changed(`own ${(version += 1)}`), everyMs)
        listeners.add(changed)
        const leave = () => {
          listeners.delete(changed)
          if (timer) clearInterval(timer)
        }
        signal.addEventListener('abort', leave, { once: true })
      },
    },
    {
      session: () => ({ account: testAccount.id }),
      origins: [PORTAL],
      basePath: '/api/intervention',
    },
  )
  return async request => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname.endsWith('/begun')) return Response.json(begun)
    if (pathname.endsWith('/watching')) return Response.json(listeners.size)
    if (!pathname.endsWith('/telling')) return answer(request)
    const times = Number(searchParams.get('times'))
    for (let time = 1; time <= times; time += 1) {
      for (const changed of listeners) changed(`${'ł'.repeat(150)}${time}`)
      // What a host does with a chunk it does in turns of the loop.
      await new Promise(setImmediate)
    }
    return Response.json(times)
  }
}

/** Answers what a host hands on. */
export const handle = handleOf()
