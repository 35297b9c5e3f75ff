import { getTranslations } from 'next-intl/server'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { ParameterValue } from '@/lib/base/http/parameters'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import { loadReaderRegion, loadSuitability, type Suitability } from '@/lib/site/suitability/loaders'
import { Experience } from './experience'
import { lineKey, LineText, LineTitle, StateWord } from './line-text'
import { RegionForm } from './region-form'

interface Props {
  initiative: InitiativeView
  locale: Locale
  /** The region in the address. */
  asked: ParameterValue
}

/** "Past dit bij uw regio?": this initiative beside the region of the reader. */
export async function SuitabilitySection({ initiative, locale, asked }: Props) {
  const [t, reader] = await Promise.all([
    getTranslations({ locale, namespace: 'suitability' }),
    loadReaderRegion(asked),
  ])
  const found = reader.region ? await loadSuitability(initiative, reader.region) : null
  const page = getPathname({
    href: { pathname: '/initiatives/[slug]', params: { slug: initiative.slug } },
    locale,
  })
  return (
    <Section id="past" title={t('title')} lead={t('lead')} className={found ? '' : 'print:hidden'}>
      <RegionForm reader={reader} action={`${page}#past`} />
      {found ? (
        <>
          <Lines found={found} />
          <Experience found={found} />
        </>
      ) : (
        <EmptyState className="mt-6" title={reader.region === null ? t('unchosen') : t('unfit')}>
          {reader.region === null ? t('unchosenWhy') : null}
        </EmptyState>
      )}
    </Section>
  )
}

function Lines({ found }: { found: Suitability }) {
  const t = useTranslations('suitability')
  const { lines, labels, own } = found
  return (
    <>
      <h3 className="mt-8">{t('lines', { region: own.name })}</h3>
      <ul className="mt-3 max-w-4xl divide-y divide-hairline border-y border-hairline">
        {lines.map((line) => (
          <li
            key={lineKey(line)}
            className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[9rem_minmax(0,1fr)_auto]"
          >
            <strong className="font-semibold">
              <LineTitle line={line} labels={labels} />
            </strong>
            <span className="min-w-0">
              <LineText line={line} region={own.name} labels={labels} />
            </span>
            <span>
              <StateWord state={line.state} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-measure text-sm text-muted">{t('caution')}</p>
    </>
  )
}
