import * as z from 'zod/mini'
import type { ServerReference } from './server-reference.js'
import { label } from './text-schema.js'

/** A server as it was named; that the name is canonical is `parseServerReference`'s business. */
export const serverReference: z.ZodMiniType<ServerReference> = z.object({
  kind: z.enum(['ip', 'hostname', 'service-id', 'service-name']),
  value: label,
}) satisfies z.ZodMiniType<ServerReference>
