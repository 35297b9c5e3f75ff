import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DifferenceList } from '@/components/knowledge/history/difference-list'
import { SubmitForms } from '@/components/knowledge/corrections/submit-forms'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadMayCorrect } from '@/lib/knowledge/corrections/loaders'
import { loadSubmission } from '@/lib/knowledge/revisions/history.loaders'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const load = async (params: Props['params']) => {
  const { locale, id } = await params
  const path = { pathname: '/workspace/initiatives/[id]/submit', params: { id } } as const
  return loadSubmission(id, getPathname({ href: path, locale }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ draft }, t] = await Promise.all([load(params), getTranslations('versions.submit')])
  return { title: `${t('title', { number: draft.number })}: ${draft.content.title}` }
}

export default async function SubmitVersionPage({ params }: Props) {
  const { draft, published, reason } = await load(params)
  const [t, workspace, options] = await Promise.all([
    getTranslations('versions.submit'),
    getTranslations('workspace'),
    loadEditingOptions(),
  ])
  const writing = { pathname: '/workspace/initiatives/[id]', params: { id: draft.id } } as const
  const title = t('title', { number: draft.number })
  return (
    <Page className="pb-12">
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: draft.content.title, href: writing },
          { label: title },
        ]}
      />
      <PageHeader kicker={draft.content.title} title={title} lead={t('lead')} />
      <div className="max-w-measure space-y-4 pb-10">
        <SubmitForms draft={draft} reason={reason} mayCorrect={await loadMayCorrect(draft)} />
        <ButtonLink variant="quiet" href={writing}>
          {t('back')}
        </ButtonLink>
      </div>
      {published === null ? null : (
        <Section id="verandert" title={t('changes')}>
          <DifferenceList
            before={published}
            after={draft.content}
            names={{ before: t('before'), after: t('after') }}
            options={options}
          />
        </Section>
      )}
    </Page>
  )
}
