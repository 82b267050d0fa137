export default {
  globs: ['components/**/*.ts'],
  exclude: ['components/os-intervention*.ts'],
  outdir: 'dist',
  litelement: true,
}
