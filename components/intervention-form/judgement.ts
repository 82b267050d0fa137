// Loaded with the first words that a customer writes: what reads them is not needed before.
export { findSecrets, recognizeSystem, suggestTasks } from '../../src/index.js'
