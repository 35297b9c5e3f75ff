import { useTranslations } from 'next-intl'
import { ButtonLink, buttonClass } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { paperFile } from './paper-file'
import { PdfLink } from './pdf-link'

interface PaperLinksProps {
  slug: string
  year: number
  locale: Locale
  here: 'monitor' | 'paper'
  mayEdit?: boolean
}

/** The paper in its forms. The page of the paper loads whole, with its own running header. */
export function PaperLinks({ slug, year, locale, here, mayEdit = false }: PaperLinksProps) {
  const t = useTranslations('papers')
  const about = { year, locale }
  const to = (pathname: '/regions/[slug]/monitor' | '/regions/[slug]/monitor/paper') =>
    getPathname({ href: { pathname, params: { slug }, query: { jaar: year } }, locale })
  const steps = ['asked', 'waiting', 'reading', 'printing', 'open', 'failed', 'again'] as const
  return (
    <ul aria-label={t('links.files')} className="mt-6 flex flex-wrap gap-3 print:hidden">
      <li>
        {here === 'monitor' ? (
          <a href={to('/regions/[slug]/monitor/paper')} className={buttonClass()}>
            {t('links.page')}
          </a>
        ) : (
          <a href={to('/regions/[slug]/monitor')} className={buttonClass('secondary')}>
            {t('links.toMonitor')}
          </a>
        )}
      </li>
      <li>
        <PdfLink
          href={paperFile(slug, 'pdf', about)}
          label={t('links.pdf')}
          variant={here === 'paper' ? 'primary' : 'secondary'}
          words={{
            ...Object.fromEntries(steps.map((step) => [step, t(`progress.${step}`)])),
            done: t('progress.done', { seconds: '[seconds]' }),
          }}
        />
      </li>
      {(['docx', 'pptx'] as const).map((kind) => (
        <li key={kind}>
          <a href={paperFile(slug, kind, about)} className={buttonClass('secondary')} download>
            {t(`links.${kind}`)}
          </a>
        </li>
      ))}
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
            {t('links.edit')}
          </ButtonLink>
        </li>
      ) : null}
    </ul>
  )
}
