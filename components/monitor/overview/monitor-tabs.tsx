import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'

const TABS = [
  { key: 'matrix', href: '/monitor' },
  { key: 'gaps', href: '/monitor/gaps' },
  { key: 'funding', href: '/monitor/funding' },
  { key: 'regions', href: '/monitor/regions' },
] as const

export function MonitorTabs({ current }: { current: (typeof TABS)[number]['key'] }) {
  const t = useTranslations('overview.tabs')
  return (
    <nav aria-label={t('label')} className="mb-8 border-b border-hairline print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {TABS.map(({ key, href }) => (
          <li key={key}>
            <Link
              href={href}
              prefetch={false}
              aria-current={key === current ? 'page' : undefined}
              className={`-mb-px inline-flex min-h-11 items-center border-b-2 no-underline ${key === current ? 'border-green font-semibold text-ink' : 'border-transparent text-green hover:border-edge'}`}
            >
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
