export type { Language, MessageKey, Messages, MessagesOverride, Values } from './messages.js'
export { shownStatement, statementText } from './statement.js'
export { languageFor, wordsFor, type Words } from './translator.js'
