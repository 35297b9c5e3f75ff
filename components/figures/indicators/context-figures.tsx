import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/routing'
import { loadRegionFigures, loadTargetGroupFigures } from '@/lib/figures/indicators/loaders'
import { RegionFigures } from './region-figures'
import { TargetGroupFigures } from './target-group-figures'

interface ContextFiguresProps {
  regionSlug?: string
  targetGroupSlug?: string
  locale: Locale
}

/** Looks different from results: background figures are never the result of an initiative. */
export async function ContextFigures({ regionSlug, targetGroupSlug, locale }: ContextFiguresProps) {
  const t = await getTranslations({ locale, namespace: 'indicators' })
  const content = await contentOf(regionSlug, targetGroupSlug)
  if (content === null) return null
  return (
    <div className="rounded-md border border-dashed border-edge bg-wash p-5 sm:p-8">
      <p className="mb-6 inline-block border-b border-edge pb-1 text-sm font-semibold text-muted">
        {t('background')}
      </p>
      {content}
    </div>
  )
}

async function contentOf(
  regionSlug: string | undefined,
  targetGroupSlug: string | undefined,
): Promise<ReactNode> {
  if (regionSlug !== undefined) {
    const loaded = await loadRegionFigures(regionSlug)
    return loaded && <RegionFigures {...loaded} />
  }
  return targetGroupSlug === undefined ? null : (
    <TargetGroupFigures {...await loadTargetGroupFigures(targetGroupSlug)} />
  )
}
