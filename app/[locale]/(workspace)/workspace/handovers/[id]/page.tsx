import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { acceptHandoverAction, declineHandoverAction } from '@/lib/knowledge/handovers/actions'
import { loadOffer } from '@/lib/knowledge/handovers/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const href = { pathname: '/workspace/handovers/[id]', params: { id } } as const
  return loadOffer(id, getPathname({ href, locale }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ offer }, t] = await Promise.all([load(params), getTranslations('handovers')])
  return { title: t('pageTitle', { title: offer.title }) }
}

export default async function HandoverPage({ params }: Props) {
  const { offer, fault } = await load(params)
  const [t, workspace] = await Promise.all([
    getTranslations('handovers'),
    getTranslations('workspace'),
  ])
  return (
    <Page className="pb-12">
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: offer.title }]}
      />
      <PageHeader
        kicker={t('kicker')}
        title={offer.title}
        lead={t('asked', { from: offer.fromName, to: offer.toName })}
      >
        <Notice title={t('words', { from: offer.fromName })} className="mt-6 max-w-measure">
          <p lang="nl" className="whitespace-pre-line">
            {offer.message}
          </p>
        </Notice>
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/initiatives/[slug]', params: { slug: offer.slug } }}
          >
            {t('read')}
          </ButtonLink>
        </p>
      </PageHeader>
      <Section id="wat-er-meegaat" title={t('along')}>
        <ul className="max-w-measure list-disc space-y-1 pl-5">
          <li>{t('alongText')}</li>
          <li>{t('alongPolicy')}</li>
          <li>{t('alongSaid', { from: offer.fromName })}</li>
          <li>{t('alongContact')}</li>
        </ul>
      </Section>
      <Answers offer={offer} fault={fault} />
    </Page>
  )
}

async function Answers({ offer, fault }: Awaited<ReturnType<typeof loadOffer>>) {
  const t = await getTranslations('handovers')
  const about = { initiativeId: offer.initiativeId }
  return (
    <>
      <Section id="aannemen" title={t('acceptTitle')}>
        {fault ? (
          <Notice tone="attention" title={t(`fault_${fault}`)} className="max-w-measure" />
        ) : (
          <ActForm
            action={acceptHandoverAction}
            about={about}
            label={t('accept')}
            pending={t('busy')}
          />
        )}
      </Section>
      <Section id="afwijzen" title={t('declineTitle')}>
        <FieldsForm
          action={declineHandoverAction}
          about={about}
          stored={{}}
          fields={[{ kind: 'textarea', name: 'reason', label: t('why'), hint: t('whyHint') }]}
          labels={{ submit: t('decline'), busy: t('busy') }}
          variant="secondary"
        />
      </Section>
    </>
  )
}
