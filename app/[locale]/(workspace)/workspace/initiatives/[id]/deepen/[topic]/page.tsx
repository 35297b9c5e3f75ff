import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DraftForm } from '@/components/knowledge/editing/draft-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadEditingOptions, loadRevision } from '@/lib/knowledge/revisions/loaders'
import { isTopic, valuesOfPart } from '@/lib/knowledge/revisions/parts.rules'
import { loadRemarks } from '@/lib/knowledge/revisions/review.loaders'
import { messages } from '@/messages'

interface Props {
  params: Promise<{ locale: Locale; id: string; topic: string }>
}

async function load(params: Props['params']) {
  const { locale, id, topic } = await params
  if (!isTopic(topic)) notFound()
  const { draft, may } = await loadRevision(
    id,
    getPathname({
      href: { pathname: '/workspace/initiatives/[id]/deepen/[topic]', params: { id, topic } },
      locale,
    }),
  )
  if (!may.edit) notFound()
  return { locale, topic, draft }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ draft, topic }, t] = await Promise.all([load(params), getTranslations('editing.topics')])
  return { title: `${t(topic)}: ${draft.content.title}` }
}

export default async function DeepenPage({ params }: Props) {
  const [{ locale, topic, draft }, t, workspace] = await Promise.all([
    load(params),
    getTranslations('editing.topics'),
    getTranslations('workspace'),
  ])
  const { ui, forms, errors, editing } = messages[locale]
  const back = { pathname: '/workspace/initiatives/[id]', params: { id: draft.id } } as const
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: draft.content.title, href: back },
          { label: t(topic) },
        ]}
      />
      <PageHeader kicker={draft.content.title} title={t(topic)} lead={t(`${topic}Why`)} />
      <NextIntlClientProvider messages={{ ui, forms, errors, editing }}>
        <DraftForm
          part={topic}
          revisionId={draft.id}
          version={draft.version}
          savedAt={draft.updatedAt.toISOString()}
          stored={valuesOfPart(draft.content, topic)}
          options={await loadEditingOptions()}
          remarks={await loadRemarks(draft)}
        />
      </NextIntlClientProvider>
    </Page>
  )
}
