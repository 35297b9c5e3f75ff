import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'

type FileAddress = '/monitor/file' | '/monitor/gaps/file' | '/monitor/funding/file' | '/monitor/regions/file'

/** The table of a page as files, with everything that is chosen. */
export function FileLinks({ href, parameters, locale }: { href: FileAddress; parameters: URLSearchParams; locale: Locale }) {
  const t = useTranslations('overview')
  return (
    <p className="mt-6 flex flex-wrap gap-4 print:hidden">
      {(['csv', 'xlsx'] as const).map((kind) => (
        <a key={kind} href={`${getPathname({ href, locale })}?${new URLSearchParams([...parameters, ['soort', kind]]).toString()}`} download className={buttonClass('secondary')}>{t(kind)}</a>
      ))}
    </p>
  )
}
