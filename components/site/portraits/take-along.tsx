import { useTranslations } from 'next-intl'
import type { Locale } from '@/i18n/routing'
import type { PortraitFile } from '@/lib/site/portraits/rules'
import { fileAddress } from './addresses'

const GROUPS = [
  ['files', ['pdf', 'docx', 'pptx']],
  ['cite', ['apa', 'bib', 'ris', 'csl']],
] as const satisfies readonly (readonly [string, readonly PortraitFile[]])[]

interface TakeAlongProps {
  locale: Locale
  slugs: readonly string[]
  /** Name of what is taken along, for who hears a list of links. */
  title: string
}

/** Documents and citations of one or more initiatives, as links. */
export function TakeAlong({ locale, slugs, title }: TakeAlongProps) {
  const t = useTranslations('portraits')
  return (
    <dl className="mt-6 print:hidden">
      {GROUPS.map(([group, kinds]) => (
        <div key={group} className="flex flex-wrap items-baseline gap-x-4">
          <dt className="text-sm text-muted">{t(group)}</dt>
          {kinds.map((kind) => (
            <dd key={kind}>
              <a
                href={fileAddress(locale, slugs, kind)}
                rel="nofollow"
                download={kind === 'pdf' ? undefined : true}
                className="inline-flex min-h-11 items-center"
              >
                <span aria-hidden="true">{t(kind)}</span>
                <span className="sr-only">{t('of', { kind: t(kind), title })}</span>
              </a>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
