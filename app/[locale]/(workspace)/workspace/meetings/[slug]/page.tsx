import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MeetingForm } from '@/components/exchange/meetings/meeting-form'
import {
  CancelMeeting,
  MaterialForms,
  OutcomeForms,
} from '@/components/exchange/meetings/meeting-work'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMeetingWork } from '@/lib/exchange/meetings/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

async function load(params: Props['params']) {
  const { locale, slug } = await params
  return loadMeetingWork(
    slug,
    getPathname({ href: { pathname: '/workspace/meetings/[slug]', params: { slug } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ meeting }, t] = await Promise.all([load(params), getTranslations('meetings.form')])
  return { title: t('editTitle', { title: meeting.title }) }
}

export default async function MeetingWorkPage({ params }: Props) {
  const [{ meeting, creditable, mayChange, mayAdd, mayReportOutcome }, t, work, meetings] =
    await Promise.all([
      load(params),
      getTranslations('meetings.form'),
      getTranslations('meetings.work'),
      getTranslations('meetings'),
    ])
  const href = { pathname: '/meetings/[slug]', params: { slug: meeting.slug } } as const
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: meetings('title'), href: '/meetings' },
          { label: meeting.title, href },
          { label: meetings('manage') },
        ]}
      />
      <PageHeader
        title={t('editTitle', { title: meeting.title })}
        lead={<TextLink href={href}>{work('toPage')}</TextLink>}
      />
      {mayReportOutcome ? (
        <Section id="opbrengst" title={meetings('outcome')}>
          <OutcomeForms meeting={meeting} creditable={creditable} />
        </Section>
      ) : null}
      {mayChange ? (
        <Section id="gegevens" title={t('edit')}>
          <MeetingForm meeting={meeting} />
          <div className="mt-10">
            <CancelMeeting meeting={meeting} />
          </div>
        </Section>
      ) : null}
      {mayAdd ? (
        <Section id="lezen" title={work('materials')}>
          <MaterialForms meeting={meeting} />
        </Section>
      ) : (
        <EmptyState title={work('nothing')}>{work('nothingWhy')}</EmptyState>
      )}
    </Page>
  )
}
