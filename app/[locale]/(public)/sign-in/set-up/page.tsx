import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SetUp } from '@/components/people/second-factor/set-up'
import { SecondFactorTexts } from '@/components/people/second-factor/texts'
import { Button } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { signOutAction } from '@/lib/people/accounts/actions'
import { loadFirstSetUp } from '@/lib/people/second-factor/loaders'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor.setUp')
  return { title: t('title'), robots: { index: false } }
}

export default async function FirstSetUpPage({ searchParams }: Props) {
  const setUp = await loadFirstSetUp(await searchParams)
  const [t, step] = await Promise.all([
    getTranslations('secondFactor.setUp'),
    getTranslations('secondFactor.step'),
  ])
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('leadRequired')} />
      <SecondFactorTexts>
        <SetUp email={null} {...setUp} />
      </SecondFactorTexts>
      <form action={signOutAction} className="mt-10 print:hidden">
        <Button type="submit" variant="quiet">
          {step('other')}
        </Button>
      </form>
    </Page>
  )
}
