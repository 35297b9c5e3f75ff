import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { DivisionForm } from '@/components/site/divisions/division-form'
import {
  DivisionList,
  EndedRegions,
  MovingOrganisations,
  RegionTable,
} from '@/components/site/divisions/region-lists'
import { getPathname } from '@/i18n/navigation'
import { loadDivisions } from '@/lib/site/divisions/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('divisions')
  return { title: t('title') }
}

export default async function RegionsAdminPage() {
  const path = getPathname({ href: '/workspace/admin/regions', locale: await getLocale() })
  const [t, admin, workspace, messages, { divisions, regions, organisations }] = await Promise.all([
    getTranslations('divisions'),
    getTranslations('administration'),
    getTranslations('workspace'),
    getMessages(),
    loadDivisions(path),
  ])
  const { ui, forms, errors, divisions: words } = messages
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section id="indelingen" title={t('divisions')}>
        <DivisionList divisions={divisions} />
      </Section>
      <MovingOrganisations organisations={organisations} />
      <Section id="inlezen" title={t('form.title')} lead={t('form.lead')}>
        <NextIntlClientProvider messages={{ ui, forms, errors, divisions: words }}>
          <DivisionForm />
        </NextIntlClientProvider>
      </Section>
      <Section id="nu" title={t('now')}>
        <RegionTable regions={regions.filter(({ endsOn }) => endsOn === null)} />
      </Section>
      <EndedRegions regions={regions.filter(({ endsOn }) => endsOn !== null)} />
    </Page>
  )
}
