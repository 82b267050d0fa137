import type * as Door from '../../src/request/kept.js'

/** What the device keeps, as another page of this origin has it: with its own locks, channels and connections. */
export async function keptInAFrame(): Promise<{ readonly kept: typeof Door; readonly leave: () => void }> {
  const frame = document.createElement('iframe')
  const loaded = new Promise<typeof Door>(resolve =>
    frame.addEventListener('kept', event => resolve(Reflect.get(event, 'kept')), { once: true }),
  )
  const address = new URL('../../src/request/kept.ts', import.meta.url).href
  frame.srcdoc = `<script type="module">
    import * as kept from '${address}'
    frameElement.dispatchEvent(Object.assign(new Event('kept'), { kept }))
  </script>`
  document.body.append(frame)
  return { kept: await loaded, leave: () => frame.remove() }
}
