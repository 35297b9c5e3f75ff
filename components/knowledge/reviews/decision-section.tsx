import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { ReturnForm } from '@/components/knowledge/reviews/return-form'
import { Section } from '@/components/base/ui/layout'
import { publishAction } from '@/lib/knowledge/revisions/actions'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'

export function DecisionSection({ draft }: { draft: RevisionDraft }) {
  const t = useTranslations('reviews')
  const about = { revisionId: draft.id, version: draft.version }
  return (
    <Section id="besluit" title={t('decision')}>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <div>
          <h3>{t('check')}</h3>
          <ul className="mt-2 mb-6 list-disc space-y-1 pl-5">
            <li>{t('check_people')}</li>
            <li>{t('check_plain')}</li>
            <li>{t('check_claims')}</li>
          </ul>
          <ActForm
            action={publishAction}
            about={about}
            label={t('publish')}
            pending={t('publishing')}
          >
            <p className="text-sm text-muted">{t('publishHint')}</p>
          </ActForm>
        </div>
        <ReturnForm
          revisionId={draft.id}
          version={draft.version}
          labels={{
            reason: t('reason'),
            reasonHint: t('reasonHint'),
            submit: t('return'),
            busy: t('returning'),
          }}
        />
      </div>
    </Section>
  )
}
