import { useTranslations } from 'next-intl'

interface DownloadsProps {
  slug: string
  year: number
  locale: string
  /** File names without ending, with the endings that exist. */
  name: string
  kinds: readonly string[]
}

/** The data of a table or figure as files. Plain links: they work everywhere. */
export function Downloads({ slug, year, locale, name, kinds }: DownloadsProps) {
  const t = useTranslations('chains.table')
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-4 text-sm text-muted print:hidden">
      <span>{t('download')}</span>
      {kinds.map((kind) => (
        <a key={kind} href={`/api/monitor/${slug}/${name}.${kind}?jaar=${year}&taal=${locale}`} className="inline-flex min-h-11 items-center" download>
          {kind.toUpperCase()} <span className="sr-only">{name}</span>
        </a>
      ))}
    </p>
  )
}
