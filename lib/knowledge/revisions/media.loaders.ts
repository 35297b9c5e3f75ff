import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getOwnMedia } from '@/lib/knowledge/media/data'
import { loadRevision } from './loaders'

/** The pictures and documents of a version, for whoever writes it. */
export const loadMedia = cache(async (revisionId: string, returnTo: string) => {
  const { draft, may } = await loadRevision(revisionId, returnTo)
  if (!may.edit) notFound()
  return { draft, media: await getOwnMedia(draft.id) }
})
