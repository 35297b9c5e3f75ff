import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MeetingWhen, MeetingWhere } from '@/components/exchange/meetings/meeting-list'
import {
  MeetingAgenda,
  MeetingMaterials,
  MeetingOutcome,
  MeetingPeople,
} from '@/components/exchange/meetings/meeting-parts'
import { MeetingSignUp } from '@/components/exchange/meetings/meeting-sign-up'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Facts, Page, PageHeader, Section } from '@/components/base/ui/layout'
import { ExampleMark, Notice } from '@/components/base/ui/notice'
import { ExternalLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMeeting } from '@/lib/exchange/meetings/loaders'
import { seatsLeft } from '@/lib/exchange/meetings/rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meeting } = await loadMeeting((await params).slug)
  return { title: meeting.title, description: meeting.text.slice(0, 300) }
}

export default async function MeetingPage({ params }: Props) {
  const { slug } = await params
  const [{ meeting, people, link, ...may }, t, exchange, locale] = await Promise.all([
    loadMeeting(slug),
    getTranslations('meetings'),
    getTranslations('exchange'),
    getLocale(),
  ])
  const left = seatsLeft(meeting)
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: exchange('title'), href: '/exchange' },
          { label: t('title'), href: '/meetings' },
          { label: meeting.title },
        ]}
      />
      <PageHeader kicker={meeting.organisation} title={<span lang="nl">{meeting.title}</span>}>
        {meeting.isExample ? (
          <p className="mt-4">
            <ExampleMark>{t('example')}</ExampleMark>
          </p>
        ) : null}
        {meeting.cancelReason === null ? null : (
          <Notice tone="attention" title={t('cancelled')} className="mt-6">
            {t('cancelledWhy', { reason: meeting.cancelReason })}
          </Notice>
        )}
        <div className="mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <p className="max-w-measure text-lg whitespace-pre-line" lang="nl">
            {meeting.text}
          </p>
          <div className="space-y-6">
            <Facts
              items={[
                { label: t('facts.when'), value: <MeetingWhen {...meeting} /> },
                { label: t('facts.where'), value: <MeetingWhere {...meeting} /> },
                ...(link === null
                  ? []
                  : [
                      {
                        label: t('facts.link'),
                        value: (
                          <span className="break-all">
                            <ExternalLink href={link}>{link}</ExternalLink>
                          </span>
                        ),
                      },
                    ]),
                ...(may.isOpen
                  ? [
                      {
                        label: t('facts.seats'),
                        value:
                          left === null
                            ? t('coming', { count: meeting.taken })
                            : t('seats', { left }),
                      },
                    ]
                  : []),
              ]}
            />
            <div className="space-y-4 print:hidden">
              {may.isOpen ? (
                <MeetingSignUp
                  meetingId={meeting.id}
                  slug={slug}
                  signedIn={may.signedIn}
                  comes={may.comes}
                  full={left === 0}
                />
              ) : null}
              {may.isPast ? null : (
                <p>
                  <a
                    href={getPathname({
                      href: { pathname: '/meetings/[slug]/calendar', params: { slug } },
                      locale,
                    })}
                    download
                  >
                    {t('calendar')}
                  </a>
                </p>
              )}
              {may.mayManage ? (
                <ButtonLink
                  variant="secondary"
                  href={{ pathname: '/workspace/meetings/[slug]', params: { slug } }}
                >
                  {t('manage')}
                </ButtonLink>
              ) : null}
            </div>
          </div>
        </div>
      </PageHeader>
      {may.isPast && meeting.cancelReason === null ? (
        <Section id="opbrengst" title={t('outcome')}>
          <MeetingOutcome outcome={meeting.outcome} credits={meeting.credits} />
        </Section>
      ) : null}
      {meeting.agenda.length > 0 ? (
        <Section id="agenda" title={t('agenda')}>
          <MeetingAgenda agenda={meeting.agenda} />
        </Section>
      ) : null}
      {meeting.materials.length > 0 ? (
        <Section id="lezen" title={t('materials')}>
          <MeetingMaterials materials={meeting.materials} />
        </Section>
      ) : null}
      {people === null ? null : (
        <Section id="deelnemers" title={t('people')} lead={t('peopleWhy')}>
          <MeetingPeople people={people} />
        </Section>
      )}
    </Page>
  )
}
