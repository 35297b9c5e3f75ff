import { apiResource, notFoundProblem } from '@/lib/base/http/api'
import { fileResponse } from '@/lib/base/http/file-response'
import { getFrozenFile } from '@/lib/monitor/papers/data'
import { PAPER_FILES } from '@/lib/monitor/papers/rules'

/** A file of a settled paper: the bytes that were kept, for good at this address. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource<{
  id: string
  file: string
}>(async (_request, { id, file }) => {
  const kind = PAPER_FILES.find((one) => file === `bestuursstuk.${one}`)
  const found = kind && (await getFrozenFile(id, kind))
  if (!found) return notFoundProblem()
  const { sha256, content, paper } = found
  const name = `bestuursstuk-${paper.region.slug}-${String(paper.year)}-vastgelegd`
  return fileResponse(content, kind, name, {
    etag: `"${sha256}"`,
    'cache-control': 'public, max-age=31536000, immutable',
  })
})
