import * as z from 'zod/mini'
import { sealedCredentials } from '../credentials/schema.js'
import { servicePolicy } from '../policy/schema.js'
import { priceList, quote, quoteOrder, taxPolicy } from '../quote/schema.js'
import { fieldKey, filingWithoutFiles } from '../request/schema.js'
import { authorization } from '../authorization/schema.js'
import { entry, intervention } from '../tracking/schema.js'
import * as wire from './wire.js'

/** What goes over the wire, by the name that it has in the description. */
const named = {
  Authorization: authorization,
  BindingQuote: wire.bindingQuote,
  Capabilities: wire.capabilities,
  Context: wire.context,
  Entry: entry,
  EntryPage: wire.entryPage,
  Fault: wire.faultBody,
  FieldKey: fieldKey,
  Filed: wire.filed,
  FiledOrNothing: wire.filedOrNothing,
  Filing: filingWithoutFiles,
  Intervention: intervention,
  InterventionPage: wire.interventionPage,
  Message: wire.messageWithoutFiles,
  PriceList: priceList,
  Quote: quote,
  QuoteOrder: quoteOrder,
  SealedCredentials: sealedCredentials,
  ServicePolicy: servicePolicy,
  TaxPolicy: taxPolicy,
  Unstored: wire.unstored,
  VatAnswer: wire.vatAnswer,
  VatQuestion: wire.vatQuestion,
} satisfies Readonly<Record<string, z.ZodMiniType>>

/** The name of something that goes over the wire. */
export type SchemaName = keyof typeof named

/** Where the description has it. */
export function schemaRef(name: SchemaName): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` }
}

/**
 * The schemas of the wire as JSON Schema 2020-12, made from the very ones that guard it.
 *
 * What JSON Schema can't say is left out, so they let through somewhat more: lengths are counted in UTF-16 code units here,
 * an id holds no blank and no slash, sealed text is an age file, an authorization has the digest of its record.
 */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: id => `#/components/schemas/${id}`,
  })
  // Within a description the dialect is the document's, and a schema is known by where it stands.
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  )
}

/** One schema by itself, for a parameter. */
export function jsonSchemaOf(schema: z.ZodMiniType): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
