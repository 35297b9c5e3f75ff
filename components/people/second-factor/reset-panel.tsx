import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { Notice } from '@/components/base/ui/notice'
import type { Actor } from '@/lib/people/accounts/types'
import {
  confirmResetAction,
  requestResetAction,
  withdrawResetAction,
} from '@/lib/people/second-factor/actions'
import { loadResetState, type ResetState } from '@/lib/people/second-factor/loaders'
import type { ResetRequest } from '@/lib/people/second-factor/types'

interface ResetPanelProps {
  actor: Actor
  /** Whose second factor it is. */
  userId: string
  /** Above the panel on a page of several people. */
  name?: string
}

/** On an administrator's page of a person: take the second factor away, by two administrators. */
export async function ResetPanel({ actor, userId, name }: ResetPanelProps) {
  const state = await loadResetState(actor, userId)
  if (!state) return null
  const t = await getTranslations('secondFactor.reset')
  return (
    <section aria-labelledby={`reset-${userId}`} className="max-w-measure space-y-4">
      <h2 id={`reset-${userId}`} className="text-xl break-words">
        {name === undefined ? t('title') : t('for', { name })}
      </h2>
      <p>{state.hasFactor ? t('on') : t('none')}</p>
      {actor.userId === userId ? <p>{t('self')}</p> : null}
      {state.hasFactor && state.canRequest ? <p className="text-muted">{t('lead')}</p> : null}
      {state.request ? (
        <Waiting actor={actor} request={state.request} state={state} />
      ) : state.hasFactor && state.canRequest ? (
        <ActForm
          action={requestResetAction}
          about={{ userId }}
          label={t('ask')}
          pending={t('askBusy')}
          variant="secondary"
        />
      ) : null}
    </section>
  )
}

interface WaitingProps {
  actor: Actor
  request: ResetRequest
  state: ResetState
}

async function Waiting({ actor, request, state }: WaitingProps) {
  const t = await getTranslations('secondFactor.reset')
  const { userId, requestedBy, requestedAt, expiresAt } = request
  return (
    <>
      <Notice tone="attention">
        <p>{t('asked', { name: requestedBy, date: requestedAt, until: expiresAt })}</p>
        {actor.userId === request.requestedById ? <p className="mt-1">{t('own')}</p> : null}
        {state.canConfirm ? <p className="mt-1">{t('confirmLead')}</p> : null}
      </Notice>
      <div className="flex flex-wrap gap-3">
        {state.canConfirm ? (
          <ActForm
            action={confirmResetAction}
            about={{ userId }}
            label={t('confirm')}
            pending={t('confirmBusy')}
            variant="danger"
          />
        ) : null}
        {state.canRequest ? (
          <ActForm
            action={withdrawResetAction}
            about={{ userId }}
            label={t('withdraw')}
            pending={t('withdrawBusy')}
            variant="quiet"
          />
        ) : null}
      </div>
    </>
  )
}
