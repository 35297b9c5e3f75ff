'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useParams, useSearchParams } from 'next/navigation'
import { usePathname } from '@/i18n/navigation'
import { routing } from '@/i18n/routing'
import { translatedPath } from '@/i18n/translated-path'

/** The same page in the other language, with what is chosen in the address. A plain link: the whole page changes. */
export function LanguageSwitch() {
  const t = useTranslations('ui.language')
  const current = useLocale()
  const template = usePathname()
  const parameters = useParams()
  const query = useSearchParams().toString()
  return (
    <ul aria-label={t('label')} className="flex gap-x-1">
      {routing.locales.map((locale) => (
        <li key={locale}>
          {locale === current ? (
            <span aria-current="true" className="inline-flex min-h-11 min-w-8 items-center justify-center font-semibold">
              <abbr title={t(locale)} className="no-underline">
                {locale.toUpperCase()}
              </abbr>
            </span>
          ) : (
            <a
              href={`${translatedPath(template, parameters, locale)}${query === '' ? '' : `?${query}`}`}
              hrefLang={locale}
              lang={locale}
              aria-label={t(locale)}
              className="inline-flex min-h-11 min-w-8 items-center justify-center text-ink"
            >
              {locale.toUpperCase()}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
