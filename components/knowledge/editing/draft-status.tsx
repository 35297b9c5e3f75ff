import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { PlannedNotice } from '@/components/knowledge/schedules/plan-sections'
import { ButtonLink } from '@/components/base/ui/button'
import { Notice } from '@/components/base/ui/notice'
import { startRevisionAction, withdrawAction } from '@/lib/knowledge/revisions/actions'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'

export function DraftStatus({ draft, withdraw }: { draft: RevisionDraft; withdraw: boolean }) {
  const t = useTranslations('editing')
  const about = { revisionId: draft.id, version: draft.version }
  return (
    <>
      {draft.closed === null ? null : <ClosedNotice draft={draft} closed={draft.closed} />}
      {draft.planned ? <PlannedNotice planned={draft.planned} mayCancel={withdraw} /> : null}
      {draft.status === 'submitted' && !draft.planned ? (
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
      {draft.status === 'published' && draft.closed === null ? (
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

interface ClosedNoticeProps {
  draft: RevisionDraft
  closed: NonNullable<RevisionDraft['closed']>
}

function ClosedNotice({ draft, closed }: ClosedNoticeProps) {
  const t = useTranslations('editing')
  return (
    <Notice tone="attention" title={t(`closed.${closed}`)}>
      <p>{t('closed.means')}</p>
      <p className="mt-4">
        <ButtonLink
          variant="secondary"
          href={{
            pathname: '/workspace/initiatives/[id]/standing',
            params: { id: draft.initiativeId },
          }}
        >
          {t('closed.standing')}
        </ButtonLink>
      </p>
    </Notice>
  )
}
