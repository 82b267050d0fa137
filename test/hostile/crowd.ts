import { customers } from '../../demo/server/customers.js'
import type { Customer } from '../../demo/server/customers.js'

/** How many customers more the demo has once this is loaded before it: three can't be a crowd. */
export const CROWD = 30

/** What the demo's sign-in calls one of them. */
export const nameIn = (index: number) => `crowd-${String(index)}`

const [anna] = customers
if (anna)
  for (let index = 0; index < CROWD; index += 1)
    (customers as Customer[]).push({
      ...anna,
      person: nameIn(index),
      company: nameIn(index),
      account: { ...anna.account, id: `${nameIn(index)}@example.com` },
    })
