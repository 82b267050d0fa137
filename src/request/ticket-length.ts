import { longestText } from './check.js'

/** How many texts of the customer's own stand in a ticket: the problem, the action, the errors, why there is no login. */
const ownTexts = 4

/**
 * How long a ticket's text may be, in UTF-16 code units: whatever fits the fields fits the ticket.
 *
 * A text of nothing but line ends grows to three times its length by the marks, and an operating system of nothing but
 * controls to eight times by what makes them visible; the rest is room for the block.
 */
export const longestTicket = (3 * ownTexts + 8) * longestText + 100_000
