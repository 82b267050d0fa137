import { id } from '../text-schema.js'
import { version } from '../tracking/schema.js'
import { jsonSchemaOf, jsonSchemas, schemaRef, type SchemaName } from './openapi-schemas.js'
import { csrfHeader, keyHeader, protocolHeader, protocolVersion } from './protocol.js'
import { cursor, longestPage, writeKey } from './wire.js'

/** What a host may say of its own bridge. */
export interface OpenApiOptions {
  /** Where the routes begin, as a browser sees it; `/` where unset. */
  readonly server?: string
}

/**
 * The protocol between `restAdapter` and `bridge` as OpenAPI 3.1, made from the schemas that guard it.
 *
 * A plain object, ready for `JSON.stringify`. Each answer that isn't described is a `Fault` with its code.
 */
export function openApi({ server = '/' }: OpenApiOptions = {}): Readonly<Record<string, unknown>> {
  return {
    openapi: '3.1.1',
    info: {
      title: 'os-intervention',
      version: protocolVersion,
      summary: 'A hosting customer hands a broken server to the provider’s engineers.',
      description: [
        'The protocol that `restAdapter` speaks and `bridge` answers.',
        `Times are epoch milliseconds, amounts decimal strings. An answer names the protocol’s version in \`${protocolHeader}\`; a request may, and is refused where it names another.`,
        'Redirects are failures. Who is signed in is the host’s to say: usually its own session cookie, sent to the same origin only.',
        'Schemas let through somewhat more than the protocol does: lengths are counted in UTF-16 code units, an id holds neither blanks nor slashes, sealed text is an age file, and digests are worked out again.',
      ].join('\n\n'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    security: [{ session: [] }],
    paths: paths(),
    components: {
      schemas: jsonSchemas(),
      parameters,
      responses: { Fault: { description: 'A failure: its code, never a message.', content: json('Fault') } },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'Stands for whatever the host knows its customers by.',
        },
      },
    },
  }
}

const json = (name: SchemaName) => ({ 'application/json': { schema: schemaRef(name) } })
const parameter = (name: keyof typeof parameters) => ({ $ref: `#/components/parameters/${name}` })

const etag = {
  description: 'The version, percent-encoded, as an entity tag (RFC 9110, 8.8.3).',
  schema: { type: 'string' },
} as const

const parameters = {
  id: { name: 'id', in: 'path', required: true, schema: jsonSchemaOf(id) },
  protocol: { name: protocolHeader, in: 'header', schema: { const: protocolVersion } },
  csrf: {
    name: csrfHeader,
    in: 'header',
    required: true,
    description: 'No form and no link of a foreign page can send it.',
    schema: { const: '1' },
  },
  key: {
    name: keyHeader,
    in: 'header',
    required: true,
    description:
      'One for one intent: the same over all tries. With the same body the same answer, with another one `conflict`.',
    schema: jsonSchemaOf(writeKey),
  },
  ifMatch: {
    name: 'if-match',
    in: 'header',
    description: 'One entity tag: refused with `conflict` unless the request is still at this version.',
    schema: { type: 'string' },
  },
  ifNoneMatch: {
    name: 'if-none-match',
    in: 'header',
    description: 'The entity tag of the version that is known.',
    schema: { type: 'string' },
  },
  lastEventId: {
    name: 'last-event-id',
    in: 'header',
    description: 'The last version heard of, percent-encoded.',
    schema: jsonSchemaOf(version),
  },
} as const

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters?: readonly object[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, object>>
}

const faults = { default: { $ref: '#/components/responses/Fault' } } as const

/** An operation with what all have in common. */
function operation({ parameters: own = [], responses, ...rest }: Operation): object {
  return { ...rest, parameters: [parameter('protocol'), ...own], responses: { ...responses, ...faults } }
}

/** A question that is answered in JSON. */
function question(operationId: string, summary: string, name: SchemaName, own: readonly object[] = []) {
  const responses = { 200: { description: summary, content: json(name) } }
  return operation({ operationId, summary, parameters: own, responses })
}

/** A question whose words are too long, or too private, for an address. */
function postedQuestion(operationId: string, summary: string, asked: SchemaName, answered: SchemaName) {
  return operation({
    operationId,
    summary,
    parameters: [parameter('csrf')],
    requestBody: { required: true, content: json(asked) },
    responses: { 200: { description: summary, content: json(answered) } },
  })
}

/** A write: the data as the part `json`, the files beside it. */
function write(
  operationId: string,
  summary: string,
  part: SchemaName,
  answered: SchemaName,
  own: readonly object[] = [],
) {
  const schema = {
    type: 'object',
    required: ['json'],
    properties: {
      json: schemaRef(part),
      file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
    },
    additionalProperties: false,
  }
  const content = {
    'multipart/form-data': { schema, encoding: { json: { contentType: 'application/json' } } },
  }
  return operation({
    operationId,
    summary,
    parameters: [parameter('csrf'), parameter('key'), ...own],
    requestBody: { required: true, content },
    responses: { 201: { description: 'Kept.', content: json(answered) } },
  })
}

function asked(name: string, schema: unknown, description: string) {
  return { name, in: 'query', description, schema }
}

function paths(): object {
  const one = [parameter('id')]
  return {
    '/context': {
      get: question('context', 'Who is signed in, their servers, and the keys to seal to.', 'Context'),
    },
    '/capabilities': { get: question('capabilities', 'What the system behind can do.', 'Capabilities') },
    '/interventions': { get: listOrFind(), post: write('submit', 'Files a request.', 'Filing', 'Filed') },
    '/interventions/{id}': {
      get: operation({
        operationId: 'get',
        summary: 'One request.',
        parameters: [...one, parameter('ifNoneMatch')],
        responses: {
          200: { description: 'As it is now.', headers: { etag }, content: json('Intervention') },
          304: { description: 'Unchanged.' },
        },
      }),
    },
    '/interventions/{id}/entries': {
      get: question('entries', 'What happened after an entry, oldest first.', 'EntryPage', [
        ...one,
        asked(
          'after',
          jsonSchemaOf(id),
          'The id of the last entry that is known; from the first where unset.',
        ),
      ]),
    },
    '/interventions/{id}/replies': {
      post: write('reply', 'Says or does something on a request.', 'Message', 'Unstored', [
        ...one,
        parameter('ifMatch'),
      ]),
    },
    '/interventions/{id}/events': {
      get: operation({
        operationId: 'watch',
        summary: 'Tells that something changed, never what.',
        parameters: [...one, parameter('lastEventId')],
        responses: {
          200: {
            description:
              'Server-sent events: `id` is the new version, percent-encoded; a comment as a heartbeat.',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
        },
      }),
    },
    '/files/{id}': {
      get: operation({
        operationId: 'open',
        summary: 'The bytes of a file, to be saved, never to be opened in place.',
        parameters: one,
        responses: { 200: { description: 'The bytes.', content: { 'application/octet-stream': {} } } },
      }),
    },
    '/quotes': {
      post: postedQuestion('quote', 'A price that the provider stands by.', 'QuoteOrder', 'BindingQuote'),
    },
    '/vat-checks': {
      post: postedQuestion('checkVatId', 'What the authority says of a VAT ID.', 'VatQuestion', 'VatAnswer'),
    },
  }
}

/** One route for two questions: with a key it is the request that was filed under it, or `null`. */
function listOrFind() {
  return operation({
    operationId: 'list',
    summary: 'The customer’s requests, newest first; with `key`, the one that was filed under it.',
    parameters: [
      asked('key', jsonSchemaOf(writeKey), 'The idempotency key of a filing; the others are left unread.'),
      asked('open', { type: 'boolean' }, 'Only those that are still open, or only those that aren’t.'),
      asked('cursor', jsonSchemaOf(cursor), 'Where the page before ended.'),
      asked('limit', { type: 'integer', minimum: 1, maximum: longestPage }, 'The most of them on a page.'),
    ],
    responses: {
      200: {
        description: 'A page of them; or the filing under the key, `null` where there is none.',
        content: {
          'application/json': {
            schema: { anyOf: [schemaRef('InterventionPage'), schemaRef('FiledOrNothing')] },
          },
        },
      },
    },
  })
}
