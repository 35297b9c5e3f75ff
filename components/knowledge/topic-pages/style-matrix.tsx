import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { DataTable } from '@/components/base/ui/data-table'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { FACET_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import type { Facet, StyleMatrix as Matrix } from '@/lib/knowledge/topic-pages/types'

export function StyleMatrix({
  matrix: { styles, drivers, cells },
  facet,
  slug,
}: {
  matrix: Matrix
  facet: Facet
  slug: string
}) {
  const t = useTranslations('topicPages')
  const locale = useLocale()
  const word = (value: { labelNl: string; labelEn: string }) => labelIn(locale, value)
  if (styles.length === 0 || drivers.length === 0)
    return <EmptyState title={t('matrixNone')}>{t('matrixNoneWhy')}</EmptyState>
  const rows = styles.map((style, index) => ({ style, counts: cells[index] ?? [] }))
  const leads = (query: Record<string, string>, count: number, name: string) =>
    count === 0 ? (
      <span className="text-muted">0</span>
    ) : (
      <TextLink
        href={{ pathname: '/initiatives', query: { [FACET_PARAMETERS[facet]]: slug, ...query } }}
        prefetch={false}
        rel="nofollow"
        aria-label={t('matrixCell', { count, name })}
        className="inline-block min-w-6 text-center"
      >
        {count}
      </TextLink>
    )
  return (
    <DataTable
      caption={t('matrixCaption')}
      captionHidden
      rows={rows}
      rowKey={({ style }) => style.slug}
      columns={[
        { key: 'style', header: t('style'), cell: ({ style }) => <TermWord term={style} /> },
        ...drivers.map((driver, column) => ({
          key: driver.slug,
          header: <TermWord term={driver} />,
          numeric: true,
          cell: ({ style, counts }: (typeof rows)[number]) =>
            leads(
              { benadering: style.slug, drijfveer: driver.slug },
              counts[column] ?? 0,
              `${word(style)}, ${word(driver)}`,
            ),
        })),
        {
          key: 'all',
          header: t('matrixAll'),
          numeric: true,
          cell: ({ style }) => leads({ benadering: style.slug }, style.count, word(style)),
        },
      ]}
    />
  )
}
