import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Notice } from '@/components/base/ui/notice'
import { startRevisionAction, withdrawAction } from '@/lib/knowledge/revisions/actions'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'

export function DraftStatus({ draft, withdraw }: { draft: RevisionDraft; withdraw: boolean }) {
  const t = useTranslations('editing')
  const about = { revisionId: draft.id, version: draft.version }
  return (
    <>
      {draft.status === 'submitted' ? (
        <Notice title={t('waiting')}>
          <p>{t('waitingBody')}</p>
          {withdraw ? (
            <div className="mt-4">
              <ActForm
                action={withdrawAction}
                about={about}
                label={t('withdraw')}
                pending={t('withdrawing')}
                variant="secondary"
              />
            </div>
          ) : null}
        </Notice>
      ) : null}
      {draft.status === 'published' ? (
        <Notice title={t('publishedNotice')}>
          <p>{t('publishedIntro', { number: draft.number })}</p>
          <div className="mt-4">
            <ActForm
              action={startRevisionAction}
              about={{ initiativeId: draft.initiativeId }}
              label={t('startRevision')}
              pending={t('startingRevision')}
            />
          </div>
        </Notice>
      ) : null}
    </>
  )
}
