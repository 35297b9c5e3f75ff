import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JoiningAnswer } from '@/components/exchange/overlap/joining-answer'
import { JoiningFacts } from '@/components/exchange/overlap/joining-facts'
import { Signature } from '@/components/exchange/overlap/signature'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { StatusWord } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadJoining } from '@/lib/exchange/overlap/loaders'
import type { JoinState } from '@/lib/exchange/overlap/types'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const TONE: Readonly<Record<JoinState, 'attention' | 'good' | 'neutral'>> = {
  pending: 'attention',
  welcome: 'good',
  declined: 'neutral',
  withdrawn: 'neutral',
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return loadJoining(
    id,
    getPathname({ href: { pathname: '/workspace/joining/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ joining, asked }, t] = await Promise.all([
    load(params),
    getTranslations('overlap.joining'),
  ])
  return { title: asked ? t('title', { organisation: joining.askerOrganisation }) : t('titleOwn') }
}

export default async function JoiningPage({ params }: Props) {
  const { joining, state, asked, mayReply, otherDraft } = await load(params)
  const [t, workspace] = await Promise.all([
    getTranslations('overlap.joining'),
    getTranslations('workspace'),
  ])
  const title = asked ? t('title', { organisation: joining.askerOrganisation }) : t('titleOwn')
  return (
    <Page>
      <Breadcrumbs items={[{ label: workspace('title'), href: '/workspace' }, { label: title }]} />
      <PageHeader title={title}>
        <p className="mt-3">
          <StatusWord tone={TONE[state]}>
            {asked ? t(`state.${state}`) : t(`stateOwn.${state}`)}
          </StatusWord>
        </p>
      </PageHeader>
      <JoiningFacts joining={joining} asked={asked} revisionId={otherDraft?.revisionId ?? null} />
      <Section id="bericht" title={t('message')} className="mt-10">
        <blockquote className="max-w-measure border-l-4 border-hairline pl-5">
          <p lang="nl" className="whitespace-pre-line">
            {joining.words}
          </p>
          <Signature
            name={joining.asker}
            organisation={joining.askerOrganisation}
            on={joining.askedAt}
          />
        </blockquote>
      </Section>
      <JoiningAnswer joining={joining} state={state} mayReply={mayReply} />
    </Page>
  )
}
