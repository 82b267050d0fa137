// A rule of our own: whatever a file exports carries a sentence to its reader.
const documentedExport = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { silent: 'Say in a doc comment what this is: whoever imports it reads that first.' },
  },
  create(context) {
    const { sourceCode } = context
    const names = node => {
      const { declaration } = node
      if (!declaration) return []
      return declaration.declarations?.map(one => one.id.name) ?? [declaration.id?.name]
    }
    const seen = new Set()
    return {
      ExportNamedDeclaration(node) {
        const mine = names(node)
        // The further signatures of an overloaded function are told by the first.
        if (mine.length === 0 || mine.every(name => seen.has(name))) return
        for (const name of mine) seen.add(name)
        const first = node.declaration.decorators?.[0] ?? node
        const start = first.range[0] < node.range[0] ? first : node
        const comment = sourceCode.getCommentsBefore(start).at(-1)
        if (comment?.type !== 'Block' || !comment.value.startsWith('*'))
          context.report({ node, messageId: 'silent' })
      },
    }
  },
}

/** The plugin `house`. */
export const house = { rules: { 'documented-export': documentedExport } }
