import { useTranslations } from 'next-intl'
import { ButtonLink, buttonClass } from '@/components/base/ui/button'
import type { Locale } from '@/i18n/routing'

interface PaperLinksProps {
  slug: string
  year: number
  locale: Locale
  mayEdit: boolean
}

export function PaperLinks({ slug, year, locale, mayEdit }: PaperLinksProps) {
  const t = useTranslations('chains')
  const file = (name: string) => `/api/monitor/${slug}/${name}?jaar=${year}&taal=${locale}`
  return (
    <ul className="mt-6 flex flex-wrap gap-3 print:hidden">
      <li>
        <a href={file('bestuursstuk.pdf')} className={buttonClass()}>
          {t('paperPdf')}
        </a>
      </li>
      <li>
        <a href={file('bestuursstuk.docx')} className={buttonClass('secondary')} download>
          {t('paperDocx')}
        </a>
      </li>
      {mayEdit ? (
        <li>
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/workspace/regions/[slug]',
              params: { slug },
              query: { jaar: year },
            }}
          >
            {t('edit')}
          </ButtonLink>
        </li>
      ) : null}
    </ul>
  )
}
