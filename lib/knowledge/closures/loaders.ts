import 'server-only'
import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { permanentRedirect } from '@/i18n/navigation'
import { cached } from '@/lib/base/cache/cached'
import { answerGone } from '@/lib/base/http/gone'
import { getRegionGraph } from '@/lib/base/regions/data'
import { isSlug } from '@/lib/base/text/text'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { getClosingTarget, getPlace } from './data'
import { canReopen, canSeeStanding, closingKinds, isOwner } from './policy'
import type { Place } from './types'

const readPlace = cached('initiative-place', getPlace)

type Standing = Exclude<Place, { kind: 'moved' }>

/** The pages of an initiative, which all lead on after a merge. */
type AddressPage =
  '/initiatives/[slug]' | '/initiatives/[slug]/monitor' | '/initiatives/[slug]/contact'

/**
 * What stands at an address of an initiative. Leads on when it was merged; answers "gone" when it was
 * withdrawn; not found when nothing was ever public there.
 */
export const loadPlace = cache(
  async (slug: string, pathname: AddressPage = '/initiatives/[slug]'): Promise<Standing> => {
    const place = (isSlug(slug) ? await readPlace(slug) : null) ?? notFound()
    if (place.kind === 'moved')
      return permanentRedirect({
        href: { pathname, params: { slug: place.slug } },
        locale: await getLocale(),
      })
    if (place.kind === 'withdrawn') await answerGone()
    return place
  },
)

/** Whether the reader sees how to close or reopen it. */
export async function loadMaySeeStanding(initiativeId: string): Promise<boolean> {
  const reader = await loadReader()
  if (!reader) return false
  const [target, graph] = await Promise.all([getClosingTarget(initiativeId), getRegionGraph()])
  return target !== null && canSeeStanding(reader, target, graph)
}

/** For the page on which an initiative is closed, reopened, moved or scheduled. */
export const loadStanding = cache(async (initiativeId: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const [target, graph] = await Promise.all([getClosingTarget(initiativeId), getRegionGraph()])
  if (!target || !canSeeStanding(actor, target, graph)) notFound()
  return {
    actor,
    target,
    may: {
      close: closingKinds(actor, target, graph),
      reopen: canReopen(actor, target, graph),
      own: isOwner(actor, target),
    },
  }
})
