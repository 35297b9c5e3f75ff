import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AdministrationLinks } from '@/components/site/installation/administration-links'
import { Checklist } from '@/components/site/installation/checklist'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { loadAdministration } from '@/lib/site/installation/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('title') }
}

export default async function AdministrationPage() {
  const path = getPathname({ href: '/workspace/admin', locale: await getLocale() })
  const [t, workspace, { actor, isAdministrator, requests, invitations, facts, steps }] =
    await Promise.all([
      getTranslations('administration'),
      getTranslations('workspace'),
      loadAdministration(path),
    ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t(isAdministrator ? 'lead' : 'leadManager')} />
      {facts && steps.length > 0 ? (
        <Checklist
          steps={steps}
          origin={facts.origin}
          hasMailServer={facts.hasMailServer}
          email={actor.email}
          invitations={invitations}
        />
      ) : null}
      <AdministrationLinks requests={requests} isAdministrator={isAdministrator} />
    </Page>
  )
}
