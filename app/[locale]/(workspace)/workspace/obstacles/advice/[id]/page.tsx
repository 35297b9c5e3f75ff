import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdviceFiles } from '@/components/exchange/advices/advice-files'
import { AdviceFacts } from '@/components/exchange/advices/advice-facts'
import { ComparedList } from '@/components/exchange/advices/compared-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadSavedAdvice } from '@/lib/exchange/advices/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

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
  const t = await getTranslations('obstacles')
  const changed = compared.filter(({ changes }) => changes.length > 0).length
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
        <AdviceFacts advice={advice} />
        <AdviceFiles advice={advice} />
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
