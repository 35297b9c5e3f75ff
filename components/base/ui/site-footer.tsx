import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { Wordmark, type Site } from './wordmark'

const TOPIC_FACETS = [
  { key: 'targetGroups', href: '/target-groups' },
  { key: 'regions', href: '/regions' },
  { key: 'sectors', href: '/sectors' },
  { key: 'challenges', href: '/challenges' },
  { key: 'instruments', href: '/instruments' },
  { key: 'collections', href: '/collections' },
  { key: 'compare', href: '/compare' },
  { key: 'overview', href: '/monitor' },
  { key: 'helped', href: '/what-helped' },
  { key: 'didNotWork', href: '/what-did-not-work' },
  { key: 'obstacles', href: '/obstacles' },
  { key: 'lessons', href: '/lessons' },
] as const

const ABOUT = [
  { key: 'unchanged', href: '/unchanged' },
  { key: 'contact', href: '/contact' },
  { key: 'accessibility', href: '/accessibility' },
  { key: 'privacy', href: '/privacy' },
] as const

interface SiteFooterProps {
  site: Site
  theme: ReactNode
  language: ReactNode
}

export function SiteFooter({ site, theme, language }: SiteFooterProps) {
  const t = useTranslations('ui')
  const link = 'inline-flex min-h-8 items-center text-ink'
  return (
    <footer className="mt-20 border-t border-hairline bg-wash print:hidden">
      <div className="mx-auto grid max-w-page gap-x-12 gap-y-8 px-5 py-10 sm:px-8 md:grid-cols-[2fr_1fr_1fr_1fr]">
        <div>
          <Wordmark {...site} />
          <p className="mt-4 max-w-[44ch] text-sm text-muted">{t('purpose')}</p>
        </div>
        <nav aria-label={t('footerTopics')}>
          <ul className="text-sm">
            {TOPIC_FACETS.map(({ key, href }) => (
              <li key={key}>
                <Link href={href} prefetch={false} className={link}>
                  {t(`nav.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={t('footerNavigation')}>
          <ul className="text-sm">
            <li>
              <Link href="/method" className={link}>
                {t('nav.method')}
              </Link>
            </li>
            {ABOUT.map(({ key, href }) => (
              <li key={key}>
                <Link href={href} prefetch={false} className={link}>
                  {t(key)}
                </Link>
              </li>
            ))}
            <li>
              <a href="/api/v1/openapi.json" className={link}>
                {t('openData')}
              </a>
            </li>
          </ul>
        </nav>
        <div className="space-y-4 text-sm">
          {language}
          {theme}
        </div>
      </div>
    </footer>
  )
}
