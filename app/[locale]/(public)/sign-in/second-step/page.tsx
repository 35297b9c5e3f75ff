import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SecondStep } from '@/components/people/second-factor/second-step'
import { SecondFactorTexts } from '@/components/people/second-factor/texts'
import { Button } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { signOutAction } from '@/lib/people/accounts/actions'
import { loadSecondStep } from '@/lib/people/second-factor/loaders'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor.step')
  return { title: t('title'), robots: { index: false } }
}

export default async function SecondStepPage({ searchParams }: Props) {
  const { email, ...step } = await loadSecondStep(await searchParams)
  const t = await getTranslations('secondFactor.step')
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="mt-3 break-words text-muted">{t('who', { email })}</p>
      </PageHeader>
      <SecondFactorTexts>
        <SecondStep {...step} />
      </SecondFactorTexts>
      <aside className="mt-10 max-w-[28rem] border-t border-hairline pt-6">
        <h2 className="text-xl">{t('lostTitle')}</h2>
        <p className="mt-2 text-muted">{t('lost')}</p>
        <form action={signOutAction} className="mt-4">
          <Button type="submit" variant="quiet">
            {t('other')}
          </Button>
        </form>
      </aside>
    </Page>
  )
}
