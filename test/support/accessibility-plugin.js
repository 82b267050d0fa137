// Finds elements by role and name as Chromium itself computes them, through shadow roots, hidden ones left out.
const clients = new WeakMap()

const clientOf = async page => {
  if (!clients.has(page)) clients.set(page, await page.createCDPSession())
  return clients.get(page)
}

const plain = ({ role, name, description, value, properties = [], backendDOMNodeId }) => ({
  role: role?.value ?? '',
  name: name?.value ?? '',
  ...(description?.value && { description: description.value }),
  ...(value?.value !== undefined && { value: value.value }),
  ...Object.fromEntries(properties.map(({ name: key, value: it }) => [key, it.value])),
  node: backendDOMNodeId,
})

/** The page leaves what it asks about in `slot`; the nodes found are left in `slot` too, in the same order. */
const slot = 'globalThis.__accessibility'

/** Server command `accessibility`: `{ role? }` → what is said of each node below; their elements lie in the page. */
export const accessibilityPlugin = () => ({
  name: 'accessibility',
  async executeCommand({ command, payload, session }) {
    if (command !== 'accessibility') return undefined
    const client = await clientOf(session.browser.getPage(session.id))
    const { result } = await client.send('Runtime.evaluate', { expression: `${slot}.within` })
    const { nodes } = await client.send('Accessibility.queryAXTree', {
      objectId: result.objectId,
      ...(payload?.role && { role: payload.role }),
    })
    const told = nodes.filter(node => !node.ignored && node.backendDOMNodeId).map(plain)
    const objects = await Promise.all(
      told.map(({ node }) => client.send('DOM.resolveNode', { backendNodeId: node })),
    )
    await client.send('Runtime.callFunctionOn', {
      objectId: result.objectId,
      functionDeclaration: `function (...found) { ${slot}.found = found }`,
      arguments: objects.map(({ object }) => ({ objectId: object.objectId })),
    })
    return told.map(({ node, ...rest }) => rest)
  },
})
