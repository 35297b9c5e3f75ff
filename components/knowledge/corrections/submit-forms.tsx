import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Notice } from '@/components/base/ui/notice'
import { publishCorrectionAction } from '@/lib/knowledge/corrections/actions'
import { submitVersionAction } from '@/lib/knowledge/revisions/history.actions'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'

interface SubmitFormsProps {
  draft: RevisionDraft
  reason: string
  /** Whether it is a small correction that the organisation may publish by itself. */
  mayCorrect: boolean
}

/** Hands a version in, or publishes it at once when it is a small correction. */
export function SubmitForms({ draft, reason, mayCorrect }: SubmitFormsProps) {
  const [t, corrections] = [useTranslations('versions.submit'), useTranslations('corrections')]
  const about = { revisionId: draft.id, version: draft.version }
  const fields = [
    { kind: 'text', name: 'changeReason', label: t('reason'), hint: t('reasonHint') },
  ] as const
  const submitted = { submit: t('submit'), busy: t('busy') }
  if (!mayCorrect)
    return (
      <FieldsForm
        action={submitVersionAction}
        about={about}
        stored={{ changeReason: reason }}
        fields={fields}
        labels={submitted}
      />
    )
  return (
    <>
      <Notice tone="success" title={corrections('small')}>
        {corrections('smallMeans')}
      </Notice>
      <FieldsForm
        action={publishCorrectionAction}
        about={about}
        stored={{ changeReason: reason }}
        fields={fields}
        labels={{ submit: corrections('publish'), busy: corrections('publishing') }}
        scope="now"
      />
      <FieldsForm
        action={submitVersionAction}
        about={about}
        stored={{ changeReason: reason }}
        fields={fields}
        labels={submitted}
        summary={corrections('ratherReviewed')}
        variant="secondary"
        scope="review"
      />
    </>
  )
}
