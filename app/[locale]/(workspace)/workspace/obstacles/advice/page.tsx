import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdviceList } from '@/components/exchange/advices/advice-list'
import { AdviceForm } from '@/components/exchange/obstacles/advice-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadAdvices } from '@/lib/exchange/advices/loaders'
import { loadAdvice } from '@/lib/exchange/obstacles/loaders'
import { chosenSlugs } from '@/lib/exchange/obstacles/rules'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('obstacles.advice')
  return { title: t('title') }
}

export default async function AdvicePage({ params, searchParams }: Props) {
  const [{ locale }, raw] = await Promise.all([params, searchParams])
  const { chosen } = await loadAdvice(
    chosenSlugs(raw.knelpunt),
    getPathname({ href: '/workspace/obstacles/advice', locale }),
  )
  const [t, advices] = await Promise.all([getTranslations('obstacles'), loadAdvices()])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: t('title'), href: '/obstacles' }, { label: t('advice.title') }]}
      />
      <PageHeader title={t('advice.title')} lead={t('advice.lead')} />
      {chosen.length === 0 ? (
        <EmptyState
          title={t('advice.noneChosen')}
          action={
            <ButtonLink variant="secondary" href="/obstacles">
              {t('advice.toList')}
            </ButtonLink>
          }
        >
          {t('advice.noneChosenWhy')}
        </EmptyState>
      ) : (
        <AdviceForm chosen={chosen} typed={raw} />
      )}
      {advices.length === 0 ? null : (
        <Section
          id="bewaard"
          title={t('kept.title', { count: advices.length })}
          lead={t('kept.lead')}
          className="mt-14"
        >
          <AdviceList advices={advices} open />
        </Section>
      )}
    </Page>
  )
}
