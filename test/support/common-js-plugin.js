/** The runner serves modules as they are: a package that is still CommonJS gets a default export here. */
export const commonJsPlugin = (...packages) => ({
  name: 'common-js',
  transform({ path, body }) {
    if (!packages.some(name => path.includes(`/node_modules/${name}/`))) return undefined
    return `const module = { exports: {} }\n;(function () {${body}\n}).call({})\nexport default module.exports\n`
  },
})
