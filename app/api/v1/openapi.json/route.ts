import { OpenApiGeneratorV3, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
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

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})
const HEADERS = z.object({ 'API-Version': z.string().openapi({ example: API_VERSION }) })

function buildDocument() {
  const registry = new OpenAPIRegistry()
  registry.register('Probleem', problemSchema)
  for (const { path, id, summary, query, hasSlug = false, code = false, answer } of RESOURCES) {
    registry.registerPath({
      method: 'get',
      path,
      operationId: `get${id}`,
      summary,
      tags: ['Praktijkbank'],
      request: {
        ...(query && { query }),
        ...(hasSlug && {
          params: z.object({ slug: z.string().openapi({ example: 'rangeerterrein' }) }),
        }),
        ...(code && { params: z.object({ code: z.string().openapi({ example: 'AM26' }) }) }),
      },
      responses: {
        200: {
          description: 'Gelukt',
          headers: HEADERS,
          content: { 'application/json': { schema: answer } },
        },
        400: problem('De aanvraag klopt niet; alle fouten staan erbij'),
        ...((hasSlug || code) && { 404: problem('Bestaat niet of is niet openbaar') }),
        503: problem('De gegevens zijn nu niet bereikbaar'),
      },
    })
  }
  return new OpenApiGeneratorV3(registry.definitions).generateDocument({
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
  })
}

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(() =>
  apiJson(buildDocument()),
)
