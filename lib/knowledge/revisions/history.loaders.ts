import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import { loadReader } from '@/lib/people/accounts/loaders'
import { getPublishedContent } from './data'
import { getChangeReason, getVersionComparison, listPublicVersions } from './history.data'
import { loadRevision } from './loaders'
import { canCreate } from './policy'
import { needsChangeReason } from './rules'
import type { VersionComparison } from './types'

export const loadPublicVersions = cached('public-versions', listPublicVersions)
const readComparison = cached('version-comparison', getVersionComparison)

const isNumber = (text: string) => /^[1-9]\d{0,5}$/.test(text)

export const loadVersionComparison = cache(async (slug: string, number: string) => {
  const found = isSlug(slug) && isNumber(number) ? await readComparison(slug, Number(number)) : null
  return found ?? notFound()
})

export async function loadMayRestore(version: {
  organisationId: string
  isCurrent: boolean
  standing: VersionComparison['standing']
}): Promise<boolean> {
  const isOlder = version.standing === 'open' && !version.isCurrent
  return isOlder && canCreate(await loadReader(), version.organisationId)
}

/** A version of what is public already, before it is handed in. */
export const loadSubmission = cache(async (revisionId: string, returnTo: string) => {
  const { draft, may } = await loadRevision(revisionId, returnTo)
  if (!may.edit || !needsChangeReason(draft.number)) notFound()
  const [published, reason] = await Promise.all([
    getPublishedContent(draft.initiativeId),
    getChangeReason(revisionId),
  ])
  return { draft, published, reason }
})
