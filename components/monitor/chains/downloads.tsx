import { useTranslations } from 'next-intl'
import { type PaperTable, TABLE_FILES } from '@/components/monitor/chains/paper-tables'

interface DownloadsProps {
  slug: string
  year: number
  locale: string
  table: PaperTable
  label?: string
}

export function Downloads({ slug, year, locale, table, label }: DownloadsProps) {
  const name = TABLE_FILES[table]
  const t = useTranslations('chains.table')
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-4 text-sm text-muted print:hidden">
      <span>{label ?? t('download')}</span>
      {['csv', 'xlsx'].map((kind) => (
        <a
          key={kind}
          href={`/api/monitor/${slug}/${name}.${kind}?jaar=${year}&taal=${locale}`}
          className="inline-flex min-h-11 items-center"
          download
        >
          {kind.toUpperCase()} <span className="sr-only">{name}</span>
        </a>
      ))}
    </p>
  )
}
