import assert from 'node:assert/strict'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as z from 'zod/mini'
import { openApi } from '../../src/bridge.js'

const content = z.record(z.string(), z.object({ schema: z.exactOptional(z.looseObject({})) }))

const operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z._default(z.boolean(), false),
      schema: z.looseObject({}),
    }),
  ),
  requestBody: z.exactOptional(z.object({ content })),
  responses: z.record(
    z.string(),
    z.object({
      headers: z._default(z.record(z.string(), z.unknown()), {}),
      content: z._default(content, {}),
    }),
  ),
})

const resolved = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

type Operation = z.output<typeof operation>

interface Route {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** The description, held to the official schema of OpenAPI by a validator that isn't ours. */
export async function describedRoutes(): Promise<readonly Route[]> {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(
    z.looseObject({}).parse(JSON.parse(JSON.stringify(openApi()))),
  )
  assert.ok(valid, JSON.stringify(errors))
  const { paths } = resolved.parse(validator.resolveRefs())
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, found]) => ({
      method: method.toUpperCase(),
      path,
      operation: found,
    })),
  )
}

/** Holds each request and answer to the description, by a validator of JSON Schema that isn't ours. */
export class DescriptionCheck {
  /** Which operations were seen, with which status of the description: `submit 201`. */
  readonly seen = new Set<string>()
  readonly #routes: readonly (Route & { readonly pattern: RegExp })[]
  readonly #ajv = new Ajv2020({ strict: false })

  constructor(routes: readonly Route[], base: string) {
    this.#routes = routes.map(route => ({
      ...route,
      pattern: new RegExp(`^${base}${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    }))
  }

  /** The answer to a request, once both are as described: what isn't is to be refused. */
  async pass(request: Request, answer: (request: Request) => Promise<Response>): Promise<Response> {
    const { pathname } = new URL(request.url)
    const found = this.#routes.filter(
      ({ method, pattern }) => method === request.method && pattern.test(pathname),
    )
    const [route] = found
    assert.ok(route && found.length === 1, `not described: ${request.method} ${pathname}`)
    const flaw = await this.#flawOf(route.operation, request)
    const answered = await answer(request)
    const isRefused = answered.status >= 400 && answered.status < 500
    assert.ok(flaw === undefined || isRefused, `${answered.status} for what isn't described: ${flaw}`)
    await this.#checkAnswer(route.operation, answered)
    return answered
  }

  /** What isn't as described in a request. */
  async #flawOf(operation: Operation, request: Request): Promise<string | undefined> {
    try {
      this.#checkParameters(operation, request)
      await this.#checkBody(operation, request)
      return undefined
    } catch (error) {
      if (error instanceof assert.AssertionError) return error.message
      throw error
    }
  }

  #checkParameters({ operationId, parameters }: Operation, request: Request): void {
    const { searchParams } = new URL(request.url)
    for (const { name, in: place, required, schema } of parameters) {
      if (place === 'path') continue
      const raw = place === 'query' ? searchParams.get(name) : request.headers.get(name)
      assert.ok(raw !== null || !required, `${operationId}: without ${name}`)
      const isJson = schema['type'] === 'integer' || schema['type'] === 'boolean'
      if (raw !== null) this.#hold(schema, isJson ? JSON.parse(raw) : raw, `${operationId}, ${name}`)
    }
    const queries = parameters.flatMap(({ name, in: place }) => (place === 'query' ? [name] : []))
    for (const name of searchParams.keys())
      assert.ok(queries.includes(name), `${operationId}: asks by ${name}`)
  }

  async #checkBody({ operationId, requestBody }: Operation, request: Request): Promise<void> {
    if (!requestBody) return
    const type = request.headers.get('content-type')?.split(';')[0] ?? ''
    const schema = requestBody.content[type]?.schema
    assert.ok(schema, `${operationId}: sends ${type}`)
    const copy = request.clone()
    const body = type === 'application/json' ? await copy.json() : await partsOf(await copy.formData())
    this.#hold(schema, body, operationId)
  }

  async #checkAnswer({ operationId, responses }: Operation, answer: Response): Promise<void> {
    const status = String(answer.status) in responses ? String(answer.status) : 'default'
    this.seen.add(`${operationId} ${status}`)
    const { content: bodies = {}, headers = {} } = responses[status] ?? {}
    const type = answer.headers.get('content-type') ?? undefined
    const what = `${operationId} ${answer.status}`
    assert.equal(type === undefined ? 0 : 1, Object.keys(bodies).length, `${what}: answers ${type}`)
    for (const name of Object.keys(headers)) assert.ok(answer.headers.has(name), `${what}: without ${name}`)
    if (type === undefined) return
    assert.ok(type in bodies, `${what}: answers ${type}`)
    const schema = bodies[type]?.schema
    if (schema && type === 'application/json') this.#hold(schema, await answer.clone().json(), what)
  }

  #hold(schema: object, value: unknown, what: string): void {
    assert.ok(this.#ajv.validate(schema, value), `${what}: ${this.#ajv.errorsText()}`)
  }
}

/** A multipart body as the object that stands for it in a description. */
async function partsOf(form: FormData): Promise<Readonly<Record<string, unknown>>> {
  const json = form.get('json')
  assert.ok(json instanceof Blob)
  const names = [...new Set(form.keys())].filter(name => name !== 'json')
  const others = names.map(name => [name, form.getAll(name).map(() => '')] as const)
  return { json: JSON.parse(await json.text()), ...Object.fromEntries(others) }
}
