import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { OtherLink } from '@/components/exchange/overlap/other-link'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { StatusWord } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { replyJoinAction } from '@/lib/exchange/overlap/actions'
import { loadJoining } from '@/lib/exchange/overlap/loaders'
import type { JoinState } from '@/lib/exchange/overlap/types'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const TONE: Readonly<Record<JoinState, 'attention' | 'good' | 'neutral'>> = {
  waiting: 'attention',
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
  const { other, reply, words, askedAt: date } = joining
  const title = asked ? t('title', { organisation: joining.askerOrganisation }) : t('titleOwn')
  const by = (name: string | null, organisation: string, on: Date) =>
    name === null
      ? t('byOrganisation', { organisation, date: on })
      : t('by', { name, organisation, date: on })
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
      <dl className="grid max-w-measure gap-x-8 gap-y-1 sm:grid-cols-[11rem_1fr] sm:gap-y-3">
        <dt className="text-muted">{t('about')}</dt>
        <dd className="mb-3 sm:mb-0">
          <OtherLink
            slug={other.slug}
            revisionId={otherDraft?.revisionId ?? null}
            title={other.title}
          />
        </dd>
        <dt className="text-muted">{t(asked ? 'own' : 'ownOwn')}</dt>
        <dd className="mb-3 sm:mb-0" lang="nl">
          {joining.own}
        </dd>
      </dl>
      <Section id="bericht" title={t('message')} className="mt-10">
        <blockquote className="max-w-measure border-l-4 border-hairline pl-5">
          <p lang="nl" className="whitespace-pre-line">
            {words}
          </p>
          <footer className="mt-2 text-sm text-muted">
            {by(joining.asker, joining.askerOrganisation, date)}
          </footer>
        </blockquote>
      </Section>
      <Section
        id="antwoord"
        title={mayReply ? t('answer') : t('answerTitle')}
        lead={mayReply ? t('lead') : undefined}
      >
        {reply === null ? null : (
          <blockquote className="max-w-measure border-l-4 border-green pl-5">
            <p lang="nl" className="whitespace-pre-line">
              {reply.words}
            </p>
            <footer className="mt-2 text-sm text-muted">
              {by(reply.by, joining.ownerOrganisation, reply.on)}
            </footer>
          </blockquote>
        )}
        {reply === null && !mayReply ? (
          <p className="max-w-measure">{t(state === 'withdrawn' ? 'withdrawn' : 'waitingOwn')}</p>
        ) : null}
        {mayReply ? (
          <FieldsForm
            action={replyJoinAction}
            about={{ joinId: joining.id }}
            stored={{}}
            labels={{ submit: t('send'), busy: t('busy') }}
            fields={[
              {
                kind: 'select',
                name: 'welcome',
                label: t('welcome'),
                options: [
                  { value: '', label: t('choose') },
                  { value: 'yes', label: t('yes') },
                  { value: 'no', label: t('no') },
                ],
              },
              { kind: 'textarea', name: 'words', label: t('words'), hint: t('wordsYes') },
            ]}
          />
        ) : null}
      </Section>
    </Page>
  )
}
