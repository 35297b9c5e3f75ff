import { listCollections } from '@/lib/knowledge/collections/data'
import { openCollectionsSchema } from '@/lib/knowledge/collections/schema'
import { apiJson, apiResource } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async () => {
  const collections = await listCollections()
  const items = collections.map(
    ({ slug, title, lead, story, organisation, publishedAt, isExample, entries }) => ({
      slug,
      titel: title,
      inleiding: lead,
      verhaal: story,
      organisatie: organisation,
      gepubliceerdOp: publishedAt,
      voorbeeld: isExample,
      url: `${origin}/verzamelingen/${slug}`,
      initiatieven: entries.map((entry) => ({
        slug: entry.slug,
        titel: entry.title,
        waarom: entry.why,
      })),
    }),
  )
  return apiJson(openCollectionsSchema.parse({ items, totaal: items.length }))
})
