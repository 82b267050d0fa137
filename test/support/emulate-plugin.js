// A server command that the runner's own emulateMedia does not give: forced colours and contrast beside the rest.
const FEATURES = {
  colorScheme: 'prefers-color-scheme',
  reducedMotion: 'prefers-reduced-motion',
  forcedColors: 'forced-colors',
  contrast: 'prefers-contrast',
}

const now = new WeakMap()
const clients = new WeakMap()

const clientOf = async page => {
  if (!clients.has(page)) clients.set(page, await page.createCDPSession())
  return clients.get(page)
}

/** `executeServerCommand('emulate', { forcedColors: 'active' })`; `null` sets a feature back. */
export const emulatePlugin = () => ({
  name: 'emulate',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate') return undefined
    const unknown = Object.keys(payload ?? {}).find(key => !Object.hasOwn(FEATURES, key))
    if (unknown) throw new Error(`emulate: no such media feature: ${unknown}`)
    const page = session.browser.getPage(session.id)
    const state = { ...now.get(page), ...payload }
    now.set(page, state)
    const features = Object.entries(FEATURES).map(([key, name]) => ({ name, value: state[key] ?? '' }))
    const client = await clientOf(page)
    await client.send('Emulation.setEmulatedMedia', { media: '', features })
    return true
  },
})
