import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { EnquiryStateWords } from '@/components/exchange/enquiries/enquiry-list'
import { ThreadEntries } from '@/components/exchange/enquiries/thread-entries'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { replyEnquiryAction } from '@/lib/exchange/enquiries/actions'
import { loadThread } from '@/lib/exchange/enquiries/loaders'
import type { EnquiryThread } from '@/lib/exchange/enquiries/types'

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

async function load({ searchParams }: Props) {
  const { token } = await searchParams
  const text = typeof token === 'string' ? token : undefined
  return { token: text ?? '', thread: await loadThread(text) }
}

const wordsOf = ({ kind, about }: EnquiryThread) => ({
  kind,
  about: about.kind,
  title: about.title,
})

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { thread }] = await Promise.all([getTranslations('enquiries.thread'), load(props)])
  return {
    title: thread ? t('title', wordsOf(thread.enquiry)) : t('goneTitle'),
    robots: { index: false },
  }
}

export default async function EnquiryThreadPage(props: Props) {
  const [t, { token, thread }] = await Promise.all([
    getTranslations('enquiries.thread'),
    load(props),
  ])
  if (!thread)
    return (
      <Page>
        <PageHeader title={t('goneTitle')} lead={t('gone')}>
          <p className="mt-6">
            <ButtonLink href="/contact">{t('new')}</ButtonLink>
          </p>
        </PageHeader>
      </Page>
    )
  const { enquiry, mayReply, until } = thread
  return (
    <Page className="pb-12">
      <PageHeader title={t('title', wordsOf(enquiry))} lead={t('until', { date: until })}>
        {enquiry.outcome === null ? null : (
          <div className="mt-4">
            <EnquiryStateWords state={enquiry.state} outcome={enquiry.outcome} />
          </div>
        )}
      </PageHeader>
      <ThreadEntries entries={enquiry.entries} writer={null} />
      <div className="mt-10">
        {mayReply ? (
          <FieldsForm
            action={replyEnquiryAction}
            about={{ token }}
            stored={{}}
            fields={[{ kind: 'textarea', name: 'text', label: t('reply'), hint: t('replyHint') }]}
            labels={{ submit: t('submit'), busy: t('busy') }}
          />
        ) : (
          <NoReply enquiry={enquiry} />
        )}
      </div>
    </Page>
  )
}

/** Why there is no form, and what one can do. */
function NoReply({ enquiry }: { enquiry: EnquiryThread }) {
  const t = useTranslations('enquiries.thread')
  if (enquiry.state === 'waiting')
    return (
      <Notice tone="success" title={t('replied')}>
        {t('repliedWhy')}
      </Notice>
    )
  return (
    <>
      {enquiry.state === 'closed' ? (
        <Notice title={t('closed')}>{t('closedWhy')}</Notice>
      ) : (
        <Notice>{t('full')}</Notice>
      )}
      <p className="mt-6">
        <ButtonLink href="/contact" variant="secondary">
          {t('new')}
        </ButtonLink>
      </p>
    </>
  )
}
