import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Story } from '@/components/knowledge/initiatives/story'
import { FactsRail } from '@/components/knowledge/initiatives/facts-rail'
import { ChoicesMade } from '@/components/exchange/overlap/choices-made'
import { EarlierReasons } from '@/components/knowledge/reviews/earlier-reasons'
import { LeadImage } from '@/components/knowledge/media/lead-image'
import { Review } from '@/components/knowledge/reviews/review'
import { PlannedNotice, PlanPublication } from '@/components/knowledge/schedules/plan-sections'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadPreview } from '@/lib/knowledge/initiatives/loaders'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { loadReview } from '@/lib/knowledge/revisions/review.loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const pathOf = ({ locale, id }: Awaited<Props['params']>) =>
  getPathname({ href: { pathname: '/workspace/reviews/[id]', params: { id } }, locale })

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const route = await params
  const [{ draft }, t] = await Promise.all([
    loadReview(route.id, pathOf(route)),
    getTranslations('reviews'),
  ])
  return { title: `${t('title')}: ${draft.content.title}` }
}

export default async function ReviewPage({ params }: Props) {
  const route = await params
  const review = await loadReview(route.id, pathOf(route))
  const { draft } = review
  const [t, workspace, initiative] = await Promise.all([
    getTranslations('reviews'),
    getTranslations('workspace'),
    loadPreview(route.id, pathOf(route)),
  ])
  const text = (
    <>
      <div className="grid gap-x-14 gap-y-10 border-t border-hairline pt-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <aside className="lg:order-last">
          <FactsRail
            initiative={initiative}
            today={todayInNetherlands(new Date())}
            evidence={null}
          />
        </aside>
        <div className="min-w-0">
          <LeadImage images={initiative.images} />
          <Story initiative={initiative} />
        </div>
      </div>
      <ChoicesMade draft={draft} />
    </>
  )
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: draft.content.title }]}
      />
      <PageHeader
        kicker={t('title')}
        title={draft.content.title}
        lead={<p className="whitespace-pre-line">{draft.content.summary}</p>}
      >
        <p className="mt-4 text-sm text-muted">
          {t('by', {
            organisation: draft.organisationName,
            date: draft.submittedAt ?? draft.updatedAt,
          })}
        </p>
      </PageHeader>
      <EarlierReasons reasons={review.earlier} />
      {draft.planned ? (
        <div className="pb-8">
          <PlannedNotice planned={draft.planned} mayCancel />
        </div>
      ) : null}
      {draft.planned ? text : <Review {...review}>{text}</Review>}
      <PlanPublication draft={draft} />
    </Page>
  )
}
