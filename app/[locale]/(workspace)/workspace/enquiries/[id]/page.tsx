import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AnswerSection } from '@/components/exchange/enquiries/answer-section'
import { EnquiryStateWords } from '@/components/exchange/enquiries/enquiry-list'
import { ThreadEntries } from '@/components/exchange/enquiries/thread-entries'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Facts, Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadEnquiry } from '@/lib/exchange/enquiries/loaders'
import type { EnquiryAbout, EnquiryThread } from '@/lib/exchange/enquiries/types'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return loadEnquiry(
    id,
    getPathname({ href: { pathname: '/workspace/enquiries/[id]', params: { id } }, locale }),
  )
}

const wordsOf = ({ kind, about }: EnquiryThread) => ({
  kind,
  about: about.kind,
  title: about.title,
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, enquiry] = await Promise.all([getTranslations('enquiries.inbox'), load(params)])
  return { title: t('item', wordsOf(enquiry)) }
}

export default async function EnquiryPage({ params }: Props) {
  const [t, inbox, workspace, enquiry] = await Promise.all([
    getTranslations('enquiries.one'),
    getTranslations('enquiries.inbox'),
    getTranslations('workspace'),
    load(params),
  ])
  const title = inbox('item', wordsOf(enquiry))
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: inbox('title'), href: '/workspace/enquiries' },
          { label: title },
        ]}
      />
      <PageHeader title={title}>
        <div className="mt-4">
          <EnquiryStateWords state={enquiry.state} outcome={enquiry.outcome} />
        </div>
      </PageHeader>
      <EnquiryFacts enquiry={enquiry} />
      <Section id="gesprek" title={t('talk')}>
        <ThreadEntries entries={enquiry.entries} writer={enquiry.name} />
      </Section>
      <AnswerSection enquiry={enquiry} />
    </Page>
  )
}

function AboutLink({ about }: { about: EnquiryAbout }) {
  const t = useTranslations('enquiries.one')
  const { kind, slug, title } = about
  if (kind === 'site') return t('site')
  const params = { slug }
  return (
    <TextLink
      href={
        kind === 'region'
          ? { pathname: '/regions/[slug]', params }
          : { pathname: '/initiatives/[slug]', params }
      }
    >
      {title}
    </TextLink>
  )
}

function EnquiryFacts({ enquiry }: { enquiry: EnquiryThread }) {
  const t = useTranslations('enquiries.one')
  const writers = useTranslations('enquiries.ask.writers')
  const answers = useTranslations('enquiries')
  const { name, writer, kind, subject, organisation, about } = enquiry
  return (
    <Facts
      className="mb-10 max-w-measure"
      items={[
        { label: t('writer'), value: `${name} (${writers(writer)})` },
        { label: t('about'), value: <AboutLink about={about} /> },
        { label: t(kind === 'mistake' ? 'page' : 'subject'), value: subject },
        { label: t('answers'), value: organisation ?? answers('administrators') },
      ]}
    />
  )
}
