import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnReaction } from '@/components/monitor/chains/own-reaction'
import { YearVerdict } from '@/components/monitor/chains/verdict-list'
import { MeasuredLately } from '@/components/monitor/verdicts/measured-lately'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { yearSchema } from '@/lib/monitor/chains/schema'
import { loadReactionWork } from '@/lib/monitor/verdicts/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string; year: string }>
}

async function load({ params }: Props) {
  const { locale, id, year: text } = await params
  const year = yearSchema.safeParse(text).data ?? notFound()
  return {
    year,
    ...(await loadReactionWork(
      id,
      year,
      getPathname({
        href: {
          pathname: '/workspace/measures/[id]/[year]/reaction',
          params: { id, year: String(year) },
        },
        locale,
      }),
    )),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ target, year }, t] = await Promise.all([
    load(props),
    getTranslations('chains.reactionEditor'),
  ])
  return { title: `${t('title', { measure: target.title })} ${year}` }
}

export default async function ReactionPage(props: Props) {
  const { year, target, now, serving, constituency } = await load(props)
  const [t, accounts, workspace, tree] = await Promise.all([
    getTranslations('chains.reactionEditor'),
    getTranslations('accounts.constituencies'),
    getTranslations('workspace'),
    getTranslations('chains.verdictEditor'),
  ])
  const { current } = now
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: target.title }]}
      />
      <PageHeader
        title={t('title', { measure: target.title })}
        lead={t('lead', {
          constituency: accounts(constituency),
          region: target.regionName,
          year: String(year),
        })}
      >
        <p className="mt-6">
          <TextLink
            href={{
              pathname: '/regions/[slug]/monitor',
              params: { slug: target.regionSlug },
              query: { jaar: year },
            }}
          >
            {tree('toPage')}
          </TextLink>
        </p>
      </PageHeader>
      <Section id="oordeel" title={t('verdict')}>
        {current === null ? (
          <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
        ) : (
          <YearVerdict year={year} of={now} />
        )}
      </Section>
      {serving.length === 0 ? null : (
        <Section id="gemeten" title={t('measured')}>
          <MeasuredLately initiatives={serving} />
        </Section>
      )}
      {current === null ? null : <OwnReaction target={target} year={year} current={current} />}
    </Page>
  )
}
