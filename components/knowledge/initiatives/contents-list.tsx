import { useTranslations } from 'next-intl'

export interface ContentsItem {
  id: string
  label: string
}

export function ContentsList({ items }: { items: readonly ContentsItem[] }) {
  const t = useTranslations('initiatives')
  return (
    <nav aria-label={t('contents')} className="print:hidden">
      <h2 className="font-sans text-sm font-semibold text-muted">{t('contents')}</h2>
      <ol className="mt-2 border-l border-hairline text-sm">
        {items.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="-ml-px block border-l-2 border-transparent py-1.5 pl-4 text-ink no-underline hover:border-green hover:text-green"
            >
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
