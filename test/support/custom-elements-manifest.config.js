// What only the element itself can reach is nobody's documentation.
const withoutPrivates = {
  name: 'without-privates',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations ?? [])
        if (declaration.members)
          declaration.members = declaration.members.filter(
            ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private',
          )
  },
}

export default {
  globs: ['components/**/*.ts'],
  exclude: ['components/os-intervention*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [withoutPrivates],
}
