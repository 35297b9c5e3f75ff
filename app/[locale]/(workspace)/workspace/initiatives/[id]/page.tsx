import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { DraftForm } from '@/components/knowledge/editing/draft-form'
import { DraftLinks } from '@/components/knowledge/editing/draft-links'
import { DraftStatus } from '@/components/knowledge/editing/draft-status'
import { DraftProgress } from '@/components/knowledge/editing/draft-progress'
import { DraftTopics } from '@/components/knowledge/editing/draft-topics'
import { RemarkList } from '@/components/knowledge/reviews/remark-list'
import { InitiativeReadings } from '@/components/site/usage/initiative-readings'
import { OverlapRadar } from '@/components/exchange/overlap/overlap-radar'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadEditingOptions, loadRevision } from '@/lib/knowledge/revisions/loaders'
import { valuesOfPart } from '@/lib/knowledge/revisions/parts.rules'
import { loadRemarks } from '@/lib/knowledge/revisions/review.loaders'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import { messages } from '@/messages'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const work = await loadRevision(
    id,
    getPathname({ href: { pathname: '/workspace/initiatives/[id]', params: { id } }, locale }),
  )
  return { locale, ...work }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ draft }, t] = await Promise.all([load(params), getTranslations('editing')])
  return { title: `${t('editTitle')}: ${draft.content.title}` }
}

export default async function EditInitiativePage({ params }: Props) {
  const { locale, draft, may } = await load(params)
  const [t, workspace] = await Promise.all([
    getTranslations('editing'),
    getTranslations('workspace'),
  ])
  const { ui, forms, errors, editing } = messages[locale]
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: draft.content.title }]}
      />
      <PageHeader
        kicker={t('draftOf', { number: draft.number, organisation: draft.organisationName })}
        title={draft.content.title}
      >
        <div className="mt-6 max-w-measure space-y-4">
          {draft.status === 'returned' ? <ReturnedNotice draft={draft} /> : null}
          {may.edit ? <DraftProgress content={draft.content} /> : null}
          {may.edit && draft.isPublished ? (
            <p className="text-muted">{t('publishedStaysVisible')}</p>
          ) : null}
          <DraftStatus draft={draft} withdraw={may.withdraw} />
          <DraftLinks draft={draft} edit={may.edit} />
          {draft.isPublished && may.seeReadings ? <InitiativeReadings slug={draft.slug} /> : null}
        </div>
      </PageHeader>
      {may.edit ? (
        <div className="grid items-start gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,41rem)_minmax(0,1fr)]">
          <NextIntlClientProvider messages={{ ui, forms, errors, editing }}>
            <DraftForm
              part="basis"
              revisionId={draft.id}
              version={draft.version}
              savedAt={draft.updatedAt.toISOString()}
              stored={valuesOfPart(draft.content, 'basis')}
              options={await loadEditingOptions()}
              remarks={await loadRemarks(draft)}
            />
          </NextIntlClientProvider>
          <div className="xl:border-l xl:border-hairline xl:pl-10">
            <OverlapRadar draft={draft} />
          </div>
        </div>
      ) : null}
      {may.edit ? <DraftTopics draft={draft} /> : null}
    </Page>
  )
}

async function ReturnedNotice({ draft }: { draft: RevisionDraft }) {
  const [t, remarks] = await Promise.all([getTranslations('editing'), loadRemarks(draft)])
  return (
    <Notice tone="attention" title={t('returned')}>
      <p className="whitespace-pre-line">{draft.returnReason}</p>
      <RemarkList remarks={remarks} />
    </Notice>
  )
}
