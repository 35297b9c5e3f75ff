import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { OwnScores, ReconsiderForm } from '@/components/judgement/reconsiderations/reconsider'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadReconsideration } from '@/lib/judgement/reconsiderations/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return loadReconsideration(
    id,
    getPathname({ href: { pathname: '/workspace/reconsiderations/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ title }, t] = await Promise.all([load(params), getTranslations('panels.reconsider')])
  return { title: t('title', { title }) }
}

export default async function ReconsiderPage({ params }: Props) {
  const request = await load(params)
  const [t, workspace] = await Promise.all([
    getTranslations('panels.reconsider'),
    getTranslations('workspace'),
  ])
  const { slug, title, measurementId } = request
  return (
    <Page>
      <Breadcrumbs items={[{ label: workspace('title'), href: '/workspace' }, { label: title }]} />
      <PageHeader title={t('title', { title })} lead={t('lead')} />
      <Section id="meting" title={t('measurement')}>
        <TextLink
          href={{
            pathname: '/initiatives/[slug]/measurements/[id]',
            params: { slug, id: measurementId },
          }}
        >
          {t('measurementLink')}
        </TextLink>
      </Section>
      <OwnScores scores={request.scores} />
      <ReconsiderForm request={request} />
    </Page>
  )
}
