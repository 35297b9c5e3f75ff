import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConfirmForm } from '@/components/people/account-links/confirm-form'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { loadLink } from '@/lib/people/account-links/loaders'

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accountLinks.confirm')
  return { title: t('title'), robots: { index: false } }
}

export default async function ConfirmAddressPage({ searchParams }: Props) {
  const { token } = await searchParams
  const text = typeof token === 'string' ? token : undefined
  const [t, gone, link] = await Promise.all([
    getTranslations('accountLinks.confirm'),
    getTranslations('accountLinks.gone'),
    loadLink(text),
  ])
  if (text === undefined || !link || link.email === null || link.state !== 'open')
    return (
      <Page>
        <PageHeader title={gone('title')} lead={gone('why')}>
          <p className="mt-6">
            <ButtonLink href="/workspace/account">{gone('account')}</ButtonLink>
          </p>
        </PageHeader>
      </Page>
    )
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('lead', { email: link.email })} />
      <ConfirmForm
        token={text}
        labels={{
          submit: t('submit'),
          busy: t('busy'),
          half: t('half'),
          done: t('done', { email: link.email }),
        }}
      />
    </Page>
  )
}
