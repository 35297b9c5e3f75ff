import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { IdeaForm } from '@/components/site/ideas/idea-form'
import type { Locale } from '@/i18n/routing'
import { loadIdeaStart } from '@/lib/site/ideas/loaders'
import { messages } from '@/messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ideas')
  return { title: t('title') }
}

export default async function CheckIdeaPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const [{ locale }, t, start] = await Promise.all([
    params,
    getTranslations('ideas'),
    loadIdeaStart(),
  ])
  const { ui, forms, errors, ideas, evidence, obstacles, lessons } = messages[locale]
  const words = {
    ui,
    forms,
    errors,
    ideas,
    evidence,
    obstacles: { status: obstacles.status },
    lessons: { kind: lessons.kind },
  }
  return (
    <Page className="pb-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      {start.kept === '' ? null : (
        <Notice title={t('kept')} className="mb-8 max-w-measure">
          {t('keptWhy')}
        </Notice>
      )}
      <NextIntlClientProvider messages={words}>
        <IdeaForm {...start} />
      </NextIntlClientProvider>
    </Page>
  )
}
