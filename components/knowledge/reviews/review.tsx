import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { fieldLabels } from '@/components/knowledge/editing/field-labels'
import { Difference } from '@/components/knowledge/history/difference'
import { Notice } from '@/components/base/ui/notice'
import { fieldDifferences } from '@/lib/knowledge/revisions/differences.rules'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'
import type { RevisionDraft, VersionContent } from '@/lib/knowledge/revisions/types'
import { ReviewForm } from './review-form'

interface ReviewProps {
  draft: RevisionDraft
  /** Null for the first version. */
  published: VersionContent | null
  changeReason: string
  children: ReactNode
}

/** What changes, the whole text, and the decision about it. */
export async function Review({ draft, published, changeReason, children }: ReviewProps) {
  const [t, kinds, editing, options] = await Promise.all([
    getTranslations('reviews'),
    getTranslations('initiatives.kind'),
    getTranslations('editing'),
    loadEditingOptions(),
  ])
  const labels = fieldLabels(editing)
  const remarkField = (field: string) => {
    const label = labels[field] ?? field
    return { field, label, remark: t('remark', { field: label }) }
  }
  const order = Object.keys(labels)
  const kindOf = (kind: Parameters<typeof kinds>[0]) => kinds(kind)
  const differences =
    published === null ? [] : fieldDifferences(published, draft.content, { order, kindOf })
  const names = { before: t('published'), after: t('new') }
  const changed = differences.map((difference) => ({
    ...remarkField(difference.field),
    difference: <Difference difference={difference} names={names} options={options} />,
  }))
  const isChanged = (field: string) => differences.some((one) => one.field === field)
  return (
    <ReviewForm
      revisionId={draft.id}
      version={draft.version}
      changed={changed}
      others={order.filter((field) => !isChanged(field)).map(remarkField)}
      words={{
        changes: t('changes'),
        changesLead: published === null ? t('first') : t('changesLead'),
        remarkHint: t('remarkHint'),
        otherRemarks: t(changed.length === 0 ? 'firstRemarks' : 'otherRemarks'),
        decision: t('decision'),
        reason: t('reason'),
        reasonHint: t('reasonHint'),
        decide: t('decide', { number: draft.number }),
        publish: t('publish'),
        publishing: t('publishing'),
        return: t('return'),
        returning: t('returning'),
        toReason: t('toReason'),
      }}
      intro={
        <Intro changeReason={changeReason} changes={published === null ? null : changed.length} />
      }
      check={<Checks />}
    >
      {children}
    </ReviewForm>
  )
}

interface IntroProps {
  changeReason: string
  /** Null for the first version. */
  changes: number | null
}

async function Intro({ changeReason, changes }: IntroProps) {
  const [t, versions] = await Promise.all([getTranslations('reviews'), getTranslations('versions')])
  return (
    <>
      {changeReason === '' ? null : (
        <Notice title={t('changeReason')} className="mb-6 max-w-measure">
          {changeReason}
        </Notice>
      )}
      {changes === null ? null : (
        <p className="max-w-measure text-sm text-muted">
          {changes === 0 ? versions('equal') : versions('legend')}
        </p>
      )}
    </>
  )
}

async function Checks() {
  const t = await getTranslations('reviews')
  return (
    <div>
      <h3>{t('check')}</h3>
      <ul className="mt-2 mb-4 list-disc space-y-1 pl-5">
        <li>{t('check_people')}</li>
        <li>{t('check_plain')}</li>
        <li>{t('check_claims')}</li>
      </ul>
      <p className="text-sm text-muted">{t('publishHint')}</p>
    </div>
  )
}
