import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DifferenceList } from '@/components/knowledge/history/difference-list'
import { RestoreButton } from '@/components/knowledge/history/restore-button'
import { LeadImage } from '@/components/knowledge/media/lead-image'
import { Story } from '@/components/knowledge/initiatives/story'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { DayOf } from '@/components/base/ui/day'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { JudgementSection } from '@/components/site/initiatives/judgement-section'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadVersionText } from '@/lib/knowledge/initiatives/loaders'
import { loadVersionComparison } from '@/lib/knowledge/revisions/history.loaders'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'
import type { VersionComparison } from '@/lib/knowledge/revisions/types'

interface Props {
  params: Promise<{ locale: Locale; slug: string; number: string }>
}

async function load(params: Props['params']) {
  const { slug, number } = await params
  return loadVersionComparison(slug, number)
}

const titleOf = (
  { previous, number }: VersionComparison,
  t: Awaited<ReturnType<typeof getTranslations<'versions'>>>,
) => (previous === null ? t('version', { number }) : t('pageTitle', { number }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [version, t] = await Promise.all([load(params), getTranslations('versions')])
  return {
    title: `${version.title}: ${titleOf(version, t)}`,
    robots: { index: false },
  }
}

export default async function VersionPage({ params }: Props) {
  const version = await load(params)
  const { locale } = await params
  const isMergedLast = version.standing === 'merged' && version.isCurrent
  const [t, nav] = await Promise.all([getTranslations('versions'), getTranslations('ui.nav')])
  const { slug, title, number } = version
  const page = { pathname: '/initiatives/[slug]', params: { slug } } as const
  return (
    <Page className="pb-12">
      <Breadcrumbs
        items={[
          { label: nav('initiatives'), href: '/initiatives' },
          { label: title, href: page },
          { label: t('version', { number }) },
        ]}
      />
      <PageHeader kicker={title} title={titleOf(version, t)} lead={<Reason version={version} />}>
        <p className="mt-4 text-sm text-muted">
          {t.rich('line', {
            number,
            organisation: version.organisationName,
            date: () => <DayOf at={new Date(version.publishedAt)} />,
          })}
        </p>
        <p className="mt-6">
          <ButtonLink variant="secondary" href={page}>
            {t('backToPage')}
          </ButtonLink>
        </p>
      </PageHeader>
      <RestoreButton version={version} />
      <Changes version={version} />
      {version.isCurrent && !isMergedLast ? null : <OlderText version={version} />}
      {isMergedLast ? <StaysHere version={version} locale={locale} /> : null}
    </Page>
  )
}

async function Reason({ version: { previous, reason } }: { version: VersionComparison }) {
  const t = await getTranslations('versions')
  if (previous === null) return <p>{t('first')}</p>
  return <p>{reason === '' ? t('noReason') : reason}</p>
}

async function Changes({ version }: { version: VersionComparison }) {
  const [t, options] = await Promise.all([getTranslations('versions'), loadEditingOptions()])
  const { previous, number, content } = version
  if (previous === null) return null
  return (
    <Section id="verschillen" title={t('differences')} lead={t('personsHidden')}>
      <DifferenceList
        before={previous.content}
        after={content}
        names={{
          before: t('version', { number: previous.number }),
          after: t('version', { number }),
        }}
        options={options}
      />
    </Section>
  )
}

async function OlderText({
  version: { revisionId, number, isCurrent },
}: {
  version: VersionComparison
}) {
  const [t, text] = await Promise.all([getTranslations('versions'), loadVersionText(revisionId)])
  if (text === null) return null
  return (
    <>
      <Notice
        title={t(isCurrent ? 'contentsMerged' : 'contents', { number })}
        className="mb-8 max-w-measure"
      />
      <p lang="nl" className="mb-8 max-w-measure text-lg whitespace-pre-line">
        {text.summary}
      </p>
      <LeadImage images={text.images} />
      <Story initiative={text} />
    </>
  )
}

/** What was judged and measured of a text that went into another, which is about this text alone. */
async function StaysHere({ version, locale }: { version: VersionComparison; locale: Locale }) {
  const text = await loadVersionText(version.revisionId)
  if (text === null) return null
  const { slug, number } = version
  const params = { slug, number: String(number) }
  const picture = {
    about: text.title,
    page: getPathname({
      href: { pathname: '/initiatives/[slug]/versions/[number]', params },
      locale,
    }),
  }
  return <JudgementSection initiative={text} locale={locale} picture={picture} />
}
