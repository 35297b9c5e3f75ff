import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { choiceValue } from '@/lib/exchange/comparison/rules'

export function ComparisonDownload({ locale, slugs }: { locale: Locale; slugs: string[] }) {
  const t = useTranslations('comparison')
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      <a
        href={`${getPathname({ href: '/compare/file', locale })}?i=${choiceValue(slugs)}`}
        download
        className={buttonClass('secondary')}
      >
        {t('download')}
      </a>
      <p className="text-sm text-muted">{t('print')}</p>
    </div>
  )
}
