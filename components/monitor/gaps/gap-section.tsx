import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { GapFilter } from '@/components/monitor/gaps/gap-filter'
import { GapList } from '@/components/monitor/gaps/gap-list'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { loadGaps } from '@/lib/monitor/gaps/loaders'
import { gapParameters } from '@/lib/monitor/gaps/rules'

type Gaps = Awaited<ReturnType<typeof loadGaps>>

interface GapSectionProps {
  gaps: Gaps
  region: Gaps['regions'][number] | undefined
  group: Gaps['groups'][number] | undefined
  notes: ReadonlyMap<string, number>
  locale: Locale
}

function useCaption({ gaps, region, group, locale }: Omit<GapSectionProps, 'notes'>) {
  const t = useTranslations('gaps')
  const kind = t(`kinds.${gaps.choice.type}`)
  const label = group && labelIn(locale, group)
  if (region && label) return t('captionBoth', { region: region.name, group: label })
  if (region) return t('captionRegion', { region: region.name })
  return label ? t('captionGroup', { group: label, kind }) : t('caption', { kind })
}

export function GapSection({ notes, ...about }: GapSectionProps) {
  const t = useTranslations('gaps')
  const caption = useCaption(about)
  const { gaps, region, group, locale } = about
  const { choice, listed, total, empty, unknown, pages } = gaps
  const address = (page: number) =>
    `${getPathname({ href: '/monitor/gaps', locale })}?${gapParameters({ ...choice, page }).toString()}#gaten`
  return (
    <Section id="gaten" title={caption} lead={t('order')} className="mt-8 border-t-0 pt-0">
      <GapFilter choice={choice} groups={gaps.groups} regions={gaps.regions} locale={locale} />
      {listed.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyWhy')}</EmptyState>
      ) : (
        <>
          <p className="mb-4 max-w-measure">{t('state', { total, empty })}</p>
          <GapList gaps={listed} notes={notes} caption={caption} />
          <Pagination page={choice.page} pages={pages} hrefFor={address} />
        </>
      )}
      <p className="mt-6 max-w-measure text-sm text-muted">
        {t('unknownNote', { count: unknown, all: gaps.all.length })}{' '}
        {region === undefined && group === undefined ? t('unknownChoose') : null}
      </p>
      <p className="mt-2 max-w-measure text-sm text-muted">{t('notHere')}</p>
      <FileLinks
        address={getPathname({ href: '/monitor/gaps/file', locale })}
        parameters={gapParameters({ ...choice, page: 1 })}
      />
    </Section>
  )
}
