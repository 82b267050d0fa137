/** What `node:sqlite` calls a database. */
export { default as DatabaseSync } from 'libsql'
