import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CallEditor } from '@/components/exchange/calls/call-editor'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { loadLearningOf, loadPostRegions } from '@/lib/exchange/calls/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls.form')
  return { title: t('newTitle') }
}

interface Props {
  searchParams: Promise<{ leervraag?: string | string[] }>
}

export default async function NewCallPage({ searchParams }: Props) {
  const { leervraag } = await searchParams
  const regions = await loadPostRegions(
    getPathname({ href: '/workspace/calls/new', locale: await getLocale() }),
  )
  const [t, calls, learning] = await Promise.all([
    getTranslations('calls.form'),
    getTranslations('calls'),
    loadLearningOf([leervraag].flat()[0], regions),
  ])
  return (
    <Page>
      <Breadcrumbs items={[{ label: calls('title'), href: '/calls' }, { label: t('newTitle') }]} />
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      {learning === null ? null : (
        <p className="mb-8 max-w-measure border-l-4 border-green pl-4">
          {t('fromLearning')}{' '}
          <TextLink
            href={{
              pathname: '/workspace/regions/[slug]/learning',
              params: { slug: learning.region.slug },
            }}
          >
            {t('toLearning', { region: learning.region.name })}
          </TextLink>
        </p>
      )}
      <CallEditor regions={regions} learning={learning} />
    </Page>
  )
}
