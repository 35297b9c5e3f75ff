import { useTranslations } from 'next-intl'

interface PaginationProps {
  page: number
  pages: number
  hrefFor: (page: number) => string
}

export function Pagination({ page, pages, hrefFor }: PaginationProps) {
  const t = useTranslations('ui')
  if (pages <= 1) return null
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= 1,
  )
  const look = 'inline-flex min-h-11 min-w-11 items-center justify-center rounded-md px-2'
  return (
    <nav aria-label={t('pagination')} className="mt-8 print:hidden">
      <ul className="flex flex-wrap items-center gap-1 tabular">
        {page > 1 ? (
          <li>
            <a className={look} href={hrefFor(page - 1)} rel="prev">
              {t('previousPage')}
            </a>
          </li>
        ) : null}
        {near.map((n, index) => (
          <li key={n} className="flex items-center">
            {index > 0 && n - (near[index - 1] ?? n) > 1 ? <span aria-hidden="true">…</span> : null}
            {n === page ? (
              <span aria-current="page" className={`${look} bg-green font-semibold text-on-green`}>
                {n}
              </span>
            ) : (
              <a className={look} href={hrefFor(n)} aria-label={t('page', { page: n })}>
                {n}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a className={look} href={hrefFor(page + 1)} rel="next">
              {t('nextPage')}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
