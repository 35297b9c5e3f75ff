import { useTranslations } from 'next-intl'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { Refusal } from '@/lib/judgement/panels/types'
import type { RevisionDone } from '@/lib/knowledge/revisions/types'

/** More names would not help; the sentence stays short. */
const NAMED = 4

function useNext({ act, organisationName, reviewers, hasEditors }: RevisionDone): string {
  const t = useTranslations('workspace.done')
  if (act !== 'ingediend')
    return t(hasEditors ? `${act}Next` : `${act}Nobody`, { organisation: organisationName })
  if (reviewers === null) return t('ingediendNobody')
  const names = reviewers.slice(0, NAMED).join(', ')
  return t('ingediendBy', { names: names === '' ? 'none' : names })
}

/** To whoever declined an invitation to judge. */
export function RefusalNotice({ refusal: { title, replaced } }: { refusal: Refusal }) {
  const t = useTranslations('workspace.done')
  return (
    <Notice tone="success" live title={t('afgemeld', { title })} className="mt-6 max-w-4xl">
      <p>{t(replaced ? 'afgemeldReplaced' : 'afgemeldNext')}</p>
    </Notice>
  )
}

/** What happened, who acts next, and what the reader hears of it. */
export function DoneNotice({ done }: { done: RevisionDone }) {
  const t = useTranslations('workspace.done')
  return (
    <Notice
      tone={done.reviewers === null ? 'attention' : 'success'}
      live
      title={t(done.act, { title: done.title })}
      className="mt-6 max-w-4xl"
    >
      <p>{useNext(done)}</p>
      {done.act === 'gepubliceerd' ? (
        <p className="mt-2">
          <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug: done.slug } }}>
            {t('view')}
          </TextLink>
        </p>
      ) : null}
    </Notice>
  )
}
