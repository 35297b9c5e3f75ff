import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FollowList } from '@/components/people/follows/follow-list'
import { InboxList } from '@/components/people/follows/inbox-list'
import { ActForm } from '@/components/base/forms/act-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { readMessagesAction } from '@/lib/people/follows/actions'
import { loadInbox } from '@/lib/people/follows/loaders'
import { INBOX_PAGE } from '@/lib/people/follows/rules'

interface Props {
  searchParams: Promise<{ pagina?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('follows.inbox')
  return { title: t('title') }
}

export default async function MessagesPage({ searchParams }: Props) {
  const { pagina } = await searchParams
  const path = getPathname({ href: '/workspace/messages', locale: await getLocale() })
  const [t, workspace, { messages, total, unread, page, follows }] = await Promise.all([
    getTranslations('follows.inbox'),
    getTranslations('workspace'),
    loadInbox(typeof pagina === 'string' ? pagina : undefined, path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={total === 0 ? undefined : t('lead', { count: unread })}>
        {unread > 0 ? (
          <div className="mt-6">
            <ActForm
              action={readMessagesAction}
              about={{}}
              label={t('readAll')}
              pending={t('busy')}
              variant="secondary"
            />
          </div>
        ) : null}
      </PageHeader>
      {total === 0 ? (
        <EmptyState
          title={t('none')}
          action={<ButtonLink href="/initiatives">{t('noneAct')}</ButtonLink>}
        >
          {t('noneWhy')}
        </EmptyState>
      ) : (
        <InboxList messages={messages} />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / INBOX_PAGE)}
        hrefFor={(number) => `${path}?pagina=${number}`}
      />
      <Section id="volgen" title={t('follows')} className="mt-14">
        <FollowList follows={follows} />
        <p className="mt-6 max-w-measure">
          {t('mail')}{' '}
          <TextLink href={{ pathname: '/workspace/account', hash: 'mail' }}>
            {t('account')}
          </TextLink>
        </p>
      </Section>
    </Page>
  )
}
