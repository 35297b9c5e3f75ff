import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Link } from '@/i18n/navigation'

export interface Crumb {
  label: string
  href?: ComponentProps<typeof Link>['href']
}

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('breadcrumbs')} className="pt-4 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2 text-muted">
        {items.map((item, index) => (
          <li key={index} className="flex gap-x-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {item.href ? (
              <Link href={item.href} className="text-muted hover:text-ink">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
