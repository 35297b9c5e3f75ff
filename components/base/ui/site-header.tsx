import { Menu, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { Wordmark, type Site } from './wordmark'

const ITEMS = [
  { key: 'initiatives', href: '/initiatives' },
  { key: 'regions', href: '/regions' },
  { key: 'targetGroups', href: '/target-groups' },
  { key: 'exchange', href: '/exchange' },
  { key: 'figures', href: '/figures' },
  { key: 'method', href: '/method' },
] as const

function NavLinks({ className }: { className: string }) {
  const t = useTranslations('ui.nav')
  return ITEMS.map(({ key, href }) => (
    <li key={key}>
      <Link href={href} className={className}>
        {t(key)}
      </Link>
    </li>
  ))
}

export function SkipLink() {
  const t = useTranslations('ui')
  return (
    <a
      href="#main"
      className="absolute top-2 left-2 z-50 -translate-y-24 rounded-md bg-green px-4 py-2 font-semibold text-on-green focus:translate-y-0"
    >
      {t('skip')}
    </a>
  )
}

interface SiteHeaderProps {
  site: Site
  account: ReactNode
  language: ReactNode
}

export function SiteHeader({ site, account, language }: SiteHeaderProps) {
  const t = useTranslations('ui')
  return (
    <header className="border-b border-hairline print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3 sm:px-8">
        <Link
          href="/"
          className="flex min-h-11 items-center text-ink no-underline"
          aria-label={t('home')}
        >
          <Wordmark {...site} />
        </Link>
        <nav aria-label={t('mainNavigation')} className="hidden grow lg:block">
          <ul className="flex flex-wrap gap-x-1">
            <NavLinks className="inline-flex min-h-11 items-center rounded-md px-2.5 text-base text-ink no-underline hover:bg-wash" />
          </ul>
        </nav>
        <div className="ml-auto hidden items-center gap-x-4 text-sm lg:flex">
          {language}
          {account}
        </div>
        <details className="group ml-auto lg:hidden">
          <summary className="flex min-h-11 list-none items-center gap-2 rounded-md border border-hairline px-3 text-base font-semibold [&::-webkit-details-marker]:hidden">
            <Menu aria-hidden="true" className="size-5" />
            {t('menu')}
          </summary>
          <div className="absolute inset-x-0 z-40 mt-3 border-y border-hairline bg-paper px-5 py-4 sm:px-8">
            <nav aria-label={t('mainNavigation')}>
              <ul className="divide-y divide-hairline">
                <NavLinks className="flex min-h-12 items-center text-ink no-underline" />
                <li>
                  <Link
                    href="/initiatives"
                    className="flex min-h-12 items-center gap-2 text-ink no-underline"
                  >
                    <Search aria-hidden="true" className="size-5" />
                    {t('search')}
                  </Link>
                </li>
              </ul>
            </nav>
            <div className="mt-4 flex flex-wrap items-center justify-between gap-4 text-sm">
              {account}
              {language}
            </div>
          </div>
        </details>
      </div>
    </header>
  )
}
