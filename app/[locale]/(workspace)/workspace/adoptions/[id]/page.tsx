import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdoptionCard } from '@/components/exchange/adoptions/adoption-card'
import { AdoptionForms } from '@/components/exchange/adoptions/adoption-forms'
import { AdoptionQuestion } from '@/components/exchange/adoptions/adoption-question'
import { StepForms } from '@/components/exchange/adoptions/adoption-steps'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadAdoption } from '@/lib/exchange/adoptions/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return loadAdoption(
    id,
    getPathname({ href: { pathname: '/workspace/adoptions/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ adoption }, t] = await Promise.all([load(params), getTranslations('adoptions')])
  return { title: t('pageTitle', { title: adoption.initiative.title }) }
}

export default async function AdoptionPage({ params }: Props) {
  const [{ adoption, today, mayWrite, own, mayAnswer, colleagues, due }, t, workspace] =
    await Promise.all([load(params), getTranslations('adoptions'), getTranslations('workspace')])

  const open = mayWrite && adoption.status !== 'stopped'
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: t('title'), href: '/workspace/adoptions' },
          { label: adoption.initiative.title },
        ]}
      />
      <PageHeader
        title={t('pageTitle', { title: adoption.initiative.title })}
        lead={t('pageLead', {
          organisation: adoption.organisation,
          owner: adoption.ownerOrganisation,
          holder: adoption.holder?.name ?? 'none',
        })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 xl:order-last">
          <Section id="stand" title={t('step.title')} lead={open ? t('step.lead') : undefined}>
            <AdoptionCard adoption={adoption} names="initiative" openable={false} />
            {open ? <StepForms adoption={adoption} /> : null}
          </Section>
        </div>
        <div className="min-w-0">
          <Section id="vraag" title={t('question.title')} lead={t('question.lead')}>
            <AdoptionQuestion adoption={adoption} mayAnswer={mayAnswer} />
          </Section>
          {open ? (
            <AdoptionForms
              adoption={adoption}
              due={due}
              own={own}
              colleagues={colleagues}
              today={today}
            />
          ) : null}
        </div>
      </div>
    </Page>
  )
}
