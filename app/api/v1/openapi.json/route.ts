import { z } from 'zod'
import { apiJson, apiResource } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'
import { API_VERSION } from '@/lib/base/http/api-version'
import { RESOURCES } from './resources'

const problemSchema = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  errors: z
    .array(z.object({ in: z.enum(['query', 'path']), name: z.string(), detail: z.string() }))
    .optional(),
})

type JsonSchema = z.core.JSONSchema.BaseSchema

function tidy(schema: JsonSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.format === 'date') delete schema.pattern
  if (schema.nullable === true && schema.enum && !schema.enum.includes(null))
    schema.enum = [...schema.enum, null]
  const { additionalProperties, required, properties } = schema
  if (typeof additionalProperties === 'object' && required && !properties) {
    schema.properties = Object.fromEntries(required.map((name) => [name, additionalProperties]))
    delete schema.additionalProperties
  }
}

const schemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    override: ({ jsonSchema }) => {
      tidy(jsonSchema)
    },
  })

const PROBLEM = { $ref: '#/components/schemas/Probleem' }
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
})
const MOVED = {
  description: 'Samengevoegd met een ander initiatief, dat op het adres in `location` staat',
  headers: { location: { required: true, schema: { type: 'string', format: 'uri' } } },
}
const HEADERS = {
  'API-Version': { required: true, schema: { type: 'string', example: API_VERSION } },
}

const EXAMPLES = {
  slug: 'rangeerterrein',
  code: 'AM26',
  id: '01920000-0000-7000-8000-000000000000',
} as const
const pathParameter = (name: keyof typeof EXAMPLES) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', example: EXAMPLES[name] },
})
const queryParameters = ({ shape: fields }: z.ZodObject<Record<string, z.ZodType>>) =>
  Object.entries(fields).map(([name, schema]) => {
    const { description, ...shape } = schemaOf(schema)
    return {
      name,
      in: 'query',
      ...(description !== undefined && { description }),
      required: !schema.safeParse(undefined).success,
      schema: shape,
    }
  })

function operation({
  id,
  summary,
  query,
  hasSlug,
  hasId,
  code,
  outlives,
  gone,
  answer,
}: (typeof RESOURCES)[number]) {
  const names = [
    ...(hasSlug ? ['slug' as const] : []),
    ...(hasId ? ['id' as const] : []),
    ...(code ? ['code' as const] : []),
  ]
  return {
    operationId: `get${id}`,
    summary,
    tags: ['Praktijkbank'],
    parameters: [...names.map(pathParameter), ...(query ? queryParameters(query) : [])],
    responses: {
      200: {
        description: 'Gelukt',
        headers: HEADERS,
        content: { 'application/json': { schema: schemaOf(answer) } },
      },
      ...(outlives && { 308: MOVED }),
      400: problem('De aanvraag klopt niet; alle fouten staan erbij'),
      ...(names.length > 0 && { 404: problem('Bestaat niet of is niet openbaar') }),
      ...((outlives || gone) && {
        410: problem('Ingetrokken door de eigenaar; `detail` geeft de reden'),
      }),
      503: problem('De gegevens zijn nu niet bereikbaar'),
    },
  }
}

const buildDocument = () => ({
  openapi: '3.0.3',
  info: {
    title: 'Praktijkbank, open data',
    version: API_VERSION,
    description:
      'Praktijkvoorbeelden die ongekend talent aan werk helpen. Alleen lezen; geen sleutel nodig.',
    contact: { name: 'Beheer Praktijkbank', url: origin },
    license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
  },
  servers: [{ url: `${origin}/api/v1` }],
  components: { schemas: { Probleem: schemaOf(problemSchema) } },
  paths: Object.fromEntries(
    RESOURCES.map((resource) => [resource.path, { get: operation(resource) }]),
  ),
})

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(() =>
  apiJson(buildDocument()),
)
