import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ComparedList } from '@/components/exchange/advices/compared-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadSavedAdvice } from '@/lib/exchange/advices/loaders'
import { noonOf } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const FILES = ['docx', 'xlsx', 'csv'] as const

async function load(params: Props['params']) {
  const { locale, id } = await params
  return loadSavedAdvice(
    id,
    getPathname({ href: { pathname: '/workspace/obstacles/advice/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { advice } = await load(params)
  return { title: advice.title }
}

export default async function SavedAdvicePage({ params }: Props) {
  const { advice, compared } = await load(params)
  const [t, format, locale] = await Promise.all([
    getTranslations('obstacles'),
    getFormatter(),
    getLocale(),
  ])
  const changed = compared.filter(({ changes }) => changes.length > 0).length
  const file = getPathname({
    href: { pathname: '/workspace/obstacles/advice/[id]/file', params: { id: advice.id } },
    locale,
  })
  const facts = [
    ['for', advice.addressee],
    ['from', advice.signer],
    ['date', format.dateTime(noonOf(advice.on), { dateStyle: 'long' })],
    ['maker', advice.author ?? ''],
  ] as const
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/obstacles' },
          { label: t('advice.title'), href: '/workspace/obstacles/advice' },
          { label: advice.title },
        ]}
      />
      <PageHeader kicker={t('kept.kicker')} title={<span lang="nl">{advice.title}</span>}>
        <dl className="mt-5 grid max-w-measure grid-cols-[auto_1fr] gap-x-6 gap-y-1">
          {facts.map(([key, value]) =>
            value === '' ? null : (
              <div key={key} className="contents">
                <dt className="text-muted">{t(`kept.${key}`)}</dt>
                <dd lang="nl">{value}</dd>
              </div>
            ),
          )}
        </dl>
        <p className="mt-5 flex flex-wrap gap-x-5 gap-y-1">
          {FILES.map((kind) => (
            <a
              key={kind}
              href={`${file}?soort=${kind}`}
              className="inline-flex min-h-11 items-center"
            >
              {t(`kept.${kind}`)}
            </a>
          ))}
        </p>
      </PageHeader>
      {advice.opening === '' ? null : (
        <Section id="inleiding" title={t('advice.opening')}>
          <p lang="nl" className="max-w-measure whitespace-pre-line">
            {advice.opening}
          </p>
        </Section>
      )}
      <Section
        id="knelpunten"
        title={t('kept.compared', { count: changed })}
        lead={t('kept.comparedLead')}
      >
        <ComparedList compared={compared} />
      </Section>
      {advice.asked === '' ? null : (
        <Section id="gevraagd" title={t('advice.asked')}>
          <p lang="nl" className="max-w-measure whitespace-pre-line">
            {advice.asked}
          </p>
        </Section>
      )}
    </Page>
  )
}
