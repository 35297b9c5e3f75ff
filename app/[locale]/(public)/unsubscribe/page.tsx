import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StopForm } from '@/components/people/messages/stop-form'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { loadUnsubscribe } from '@/lib/people/messages/loaders'

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages.stop')
  return { title: t('title'), robots: { index: false } }
}

export default async function UnsubscribePage({ searchParams }: Props) {
  const { token } = await searchParams
  const text = typeof token === 'string' ? token : undefined
  const [t, kinds] = await Promise.all([
    getTranslations('messages.stop'),
    getTranslations('messages.mail.kind'),
  ])
  const kind = loadUnsubscribe(text)
  if (text === undefined || kind === null) {
    return (
      <Page>
        <PageHeader title={t('broken')} lead={t('brokenWhy')}>
          <p className="mt-6">
            <ButtonLink href={{ pathname: '/workspace/account', hash: 'mail' }}>
              {t('account')}
            </ButtonLink>
          </p>
        </PageHeader>
      </Page>
    )
  }
  const after = (
    <p>
      {t('doneWhy')}{' '}
      <TextLink href={{ pathname: '/workspace/account', hash: 'mail' }}>{t('account')}</TextLink>
    </p>
  )
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={kind === 'digest' ? t('leadDigest') : t('lead', { kind: kinds(kind) })}
      />
      <StopForm
        token={text}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
        after={after}
      />
    </Page>
  )
}
