import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { answererWords } from '@/components/exchange/enquiries/ask-form'
import { ThreadEntries } from '@/components/exchange/enquiries/thread-entries'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { confirmEnquiryAction } from '@/lib/exchange/enquiries/actions'
import { loadConfirm } from '@/lib/exchange/enquiries/loaders'

interface Props {
  searchParams: Promise<{ token?: string | string[] }>
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadConfirm>>>

const tokenOf = async ({ searchParams }: Props) => {
  const { token } = await searchParams
  return typeof token === 'string' ? token : undefined
}

const titleOf = (loaded: Loaded | null) => {
  if (!loaded) return 'goneTitle' as const
  if (loaded.state === 'open') return 'title' as const
  return loaded.enquiry.state === 'spam' ? ('blockedTitle' as const) : ('doneTitle' as const)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, loaded] = await Promise.all([
    getTranslations('enquiries.confirm'),
    loadConfirm(await tokenOf(props)),
  ])
  return { title: t(titleOf(loaded)), robots: { index: false } }
}

export default async function ConfirmEnquiryPage(props: Props) {
  const token = await tokenOf(props)
  const [t, loaded] = await Promise.all([getTranslations('enquiries.confirm'), loadConfirm(token)])
  const title = t(titleOf(loaded))
  if (!loaded || token === undefined)
    return <Ended title={title} lead={t('gone')} act={t('again')} />
  const { enquiry, answerer, state } = loaded
  if (state === 'done' && enquiry.state === 'spam')
    return <Ended title={title} lead={t('blocked')} act={t('again')} />
  if (state === 'done') {
    const organisation = enquiry.organisation ?? 'none'
    const date = enquiry.confirmedAt ?? enquiry.createdAt
    return (
      <Page>
        <PageHeader title={title} lead={t('done', { organisation, date })} />
      </Page>
    )
  }
  return (
    <Page className="pb-12">
      <PageHeader title={title} lead={t('lead', answererWords(answerer))} />
      <p className="mb-4 font-semibold break-words">{enquiry.subject}</p>
      <ThreadEntries entries={enquiry.entries} writer={enquiry.name} />
      <div className="mt-8">
        <ActForm
          action={confirmEnquiryAction}
          about={{ token }}
          label={t('submit')}
          pending={t('busy')}
        />
      </div>
    </Page>
  )
}

function Ended({ title, lead, act }: { title: string; lead: string; act: string }) {
  return (
    <Page>
      <PageHeader title={title} lead={lead}>
        <p className="mt-6">
          <ButtonLink href="/contact">{act}</ButtonLink>
        </p>
      </PageHeader>
    </Page>
  )
}
