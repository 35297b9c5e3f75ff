import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChainSpine } from '@/components/monitor/policies/chain-spine'
import { FundingEditor } from '@/components/monitor/policies/funding-editor'
import { MissingList } from '@/components/monitor/policies/missing-list'
import { PolicyForms } from '@/components/monitor/policies/policy-forms'
import { PairingSection } from '@/components/monitor/policies/pairing-section'
import { termOptions } from '@/components/monitor/policies/policy-specs'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EditorLinks } from '@/components/site/workspace/editor-links'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadPolicyWork } from '@/lib/monitor/policies/loaders'
import { missingParts } from '@/lib/monitor/policies/rules'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return {
    locale,
    ...(await loadPolicyWork(
      id,
      getPathname({
        href: { pathname: '/workspace/initiatives/[id]/policy', params: { id } },
        locale,
      }),
    )),
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target }, t] = await Promise.all([load(params), getTranslations('policies.edit')])
  return { title: t('title', { title: target.title }) }
}

export default async function PolicyPage({ params, searchParams }: Props) {
  const [{ locale, target, monitor, goals, writableRegions, choices, chain }, query] =
    await Promise.all([load(params), searchParams])
  const [t, workspace] = await Promise.all([
    getTranslations('policies.edit'),
    getTranslations('workspace'),
  ])
  const { initiativeId } = target
  const parts = missingParts(monitor)

  const changing = typeof query.geldstroom === 'string' ? query.geldstroom : undefined
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: target.title },
          { label: workspace('policy') },
        ]}
      />
      <PageHeader title={t('title', { title: target.title })} lead={t('lead')}>
        <EditorLinks
          target={target}
          other="/workspace/initiatives/[id]/measurements"
          labels={{ other: t('toMeasurements'), page: t('toPage') }}
        />
      </PageHeader>
      <ChainSpine chain={chain} monitor={monitor} />
      <PairingSection
        initiativeId={initiativeId}
        goals={goals}
        monitor={monitor}
        writableRegions={writableRegions}
        instruments={termOptions(choices.instrumentTypes, locale)}
      />
      <Section id="geld" title={t('funding')} lead={t('fundingLead')}>
        <FundingEditor
          monitor={monitor}
          choices={{
            types: termOptions(choices.fundingTypes, locale),
            alignments: termOptions(choices.alignments, locale),
          }}
          changing={changing}
        />
      </Section>
      <PolicyForms
        initiativeId={initiativeId}
        monitor={monitor}
        displacements={termOptions(choices.displacements, locale)}
      />
      {parts.length > 0 ? (
        <MissingList parts={parts} monitor={monitor} mayEdit={false} />
      ) : (
        <p>{t('complete')}</p>
      )}
    </Page>
  )
}
