import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { fieldLabels } from '@/components/knowledge/editing/field-labels'
import { ActForm } from '@/components/base/forms/act-form'
import { Story } from '@/components/knowledge/initiatives/story'
import { FactsRail } from '@/components/knowledge/initiatives/facts-rail'
import { ChoicesMade } from '@/components/exchange/overlap/choices-made'
import { ReturnForm } from '@/components/knowledge/reviews/return-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadPreview } from '@/lib/knowledge/initiatives/loaders'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { publishAction } from '@/lib/knowledge/revisions/actions'
import { loadReview } from '@/lib/knowledge/revisions/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const returnTo = getPathname({
    href: { pathname: '/workspace/reviews/[id]', params: { id } },
    locale,
  })
  const review = await loadReview(id, returnTo)
  return { ...review, initiative: await loadPreview(id, returnTo) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ draft }, t] = await Promise.all([load(params), getTranslations('reviews')])
  return { title: `${t('title')}: ${draft.content.title}` }
}

export default async function ReviewPage({ params }: Props) {
  const { draft, changed, initiative } = await load(params)
  const [t, editing, workspace] = await Promise.all([
    getTranslations('reviews'),
    getTranslations('editing'),
    getTranslations('workspace'),
  ])
  const words = fieldLabels(editing)
  const about = { revisionId: draft.id, version: draft.version }
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
        <Notice
          title={
            changed === null ? t('first') : changed.length === 0 ? t('unchanged') : t('changed')
          }
          className="mt-6 max-w-measure"
        >
          {changed !== null && changed.length > 0 ? (
            <ul className="list-disc pl-5">
              {changed.map((field) => (
                <li key={field}>{words[field] ?? field}</li>
              ))}
            </ul>
          ) : null}
        </Notice>
      </PageHeader>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <aside className="lg:order-last">
          <FactsRail
            initiative={initiative}
            today={todayInNetherlands(new Date())}
            evidence={null}
          />
        </aside>
        <div className="min-w-0">
          <Story initiative={initiative} />
        </div>
      </div>
      <ChoicesMade draft={draft} />
      <Section id="besluit" title={t('decision')}>
        <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
          <div>
            <h3>{t('check')}</h3>
            <ul className="mt-2 mb-6 list-disc space-y-1 pl-5">
              <li>{t('check_people')}</li>
              <li>{t('check_plain')}</li>
              <li>{t('check_claims')}</li>
            </ul>
            <ActForm
              action={publishAction}
              about={about}
              label={t('publish')}
              pending={t('publishing')}
            >
              <p className="text-sm text-muted">{t('publishHint')}</p>
            </ActForm>
          </div>
          <ReturnForm
            revisionId={draft.id}
            version={draft.version}
            labels={{
              reason: t('reason'),
              reasonHint: t('reasonHint'),
              submit: t('return'),
              busy: t('returning'),
            }}
          />
        </div>
      </Section>
    </Page>
  )
}
