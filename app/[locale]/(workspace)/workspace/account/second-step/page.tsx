import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SetUp } from '@/components/people/second-factor/set-up'
import { SecondFactorTexts } from '@/components/people/second-factor/texts'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { loadSetUp } from '@/lib/people/second-factor/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondFactor.setUp')
  return { title: t('title') }
}

export default async function SetUpPage() {
  const href = '/workspace/account/second-step'
  const setUp = await loadSetUp(getPathname({ href, locale: await getLocale() }))
  const t = await getTranslations('secondFactor.setUp')
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('leadMore')} />
      <SecondFactorTexts>
        <SetUp {...setUp} />
      </SecondFactorTexts>
      <p className="mt-10">
        <TextLink href={{ pathname: '/workspace/account', hash: 'second-step' }}>
          {t('back')}
        </TextLink>
      </p>
    </Page>
  )
}
