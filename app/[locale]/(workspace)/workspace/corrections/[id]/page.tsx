import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { DifferenceList } from '@/components/knowledge/history/difference-list'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import {
  approveCorrectionAction,
  sendCorrectionBackAction,
} from '@/lib/knowledge/corrections/actions'
import { loadCorrection } from '@/lib/knowledge/corrections/loaders'
import type { CorrectionDetail } from '@/lib/knowledge/corrections/types'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const href = { pathname: '/workspace/corrections/[id]', params: { id } } as const
  return loadCorrection(id, getPathname({ href, locale }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ title }, t] = await Promise.all([load(params), getTranslations('corrections')])
  return { title: `${t('title')}: ${title}` }
}

export default async function CorrectionPage({ params }: Props) {
  const correction = await load(params)
  const [t, workspace, options] = await Promise.all([
    getTranslations('corrections'),
    getTranslations('workspace'),
    loadEditingOptions(),
  ])
  const { title, slug, organisationName, publishedAt, reason, number, beforeNumber } = correction
  return (
    <Page className="pb-12">
      <Breadcrumbs items={[{ label: workspace('title'), href: '/workspace' }, { label: title }]} />
      <PageHeader kicker={t('title')} title={title} lead={t('lead')}>
        <p className="mt-4 text-sm text-muted">
          {t('by', { organisation: organisationName, date: publishedAt })}
        </p>
        <Notice title={t('reason')} className="mt-6 max-w-measure">
          {reason}
        </Notice>
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/initiatives/[slug]', params: { slug } }}
          >
            {t('toPage')}
          </ButtonLink>
        </p>
      </PageHeader>
      <Section id="verandert" title={t('changes')}>
        <DifferenceList
          before={correction.before}
          after={correction.after}
          names={{
            before: t('version', { number: beforeNumber }),
            after: t('version', { number }),
          }}
          options={options}
        />
      </Section>
      <Decision correction={correction} />
    </Page>
  )
}

async function Decision({ correction }: { correction: CorrectionDetail }) {
  const t = await getTranslations('corrections')
  const about = { revisionId: correction.revisionId }
  return (
    <>
      <Section id="akkoord" title={t('approveTitle')} lead={t('approveLead')}>
        <ActForm
          action={approveCorrectionAction}
          about={about}
          label={t('approve')}
          pending={t('approving')}
        />
      </Section>
      <Section
        id="terugdraaien"
        title={t('backTitle')}
        lead={t('backLead', { number: correction.beforeNumber })}
      >
        <FieldsForm
          action={sendCorrectionBackAction}
          about={about}
          stored={{}}
          fields={[{ kind: 'text', name: 'reason', label: t('why'), hint: t('whyHint') }]}
          labels={{ submit: t('back'), busy: t('backing') }}
          variant="danger"
        />
      </Section>
    </>
  )
}
