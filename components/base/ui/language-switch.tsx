'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useParams, useSearchParams } from 'next/navigation'
import { usePathname } from '@/i18n/navigation'
import { routing } from '@/i18n/routing'
import { translatedPath } from '@/i18n/translated-path'

/** A plain link: the whole document changes. */
export function LanguageSwitch() {
  const t = useTranslations('ui.language')
  const current = useLocale()
  const template = usePathname()
  const parameters = useParams()
  const query = useSearchParams().toString()
  return (
    <ul aria-label={t('label')} className="flex gap-x-3">
      {routing.locales
        .filter((locale) => locale !== current)
        .map((locale) => (
          <li key={locale}>
            <a
              href={`${translatedPath(template, parameters, locale)}${query === '' ? '' : `?${query}`}`}
              hrefLang={locale}
              lang={locale}
              className="inline-flex min-h-11 items-center text-ink"
            >
              {t(locale)}
            </a>
          </li>
        ))}
    </ul>
  )
}
