import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { loadLinkState } from '@/lib/people/identities/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { LinkForm } from './link-form'

interface AccountProviderProps {
  actor: Actor
  /** The code of what went wrong on the way back, as in the address. */
  error: string
  isLinked: boolean
}

/** On the account page, where a provider is set: linked or not. */
export async function AccountProvider({ actor, error, isLinked }: AccountProviderProps) {
  const state = await loadLinkState(actor.userId)
  if (!state) return null
  const [t, errors] = await Promise.all([
    getTranslations('identities.account'),
    getTranslations('errors'),
  ])
  const { name, linkedAt, lastUsedAt, hasPassword, address } = state
  const key = `provider_${error.replace('provider-', '')}` as 'provider_failed'
  return (
    <Section id="provider" title={t('title', { name })}>
      {isLinked && linkedAt ? (
        <Notice tone="success" className="mb-4 max-w-measure">
          {t('done', { name })}
        </Notice>
      ) : null}
      {error !== '' && errors.has(key) ? (
        <Notice tone="attention" title={t('failed')} className="mb-4 max-w-measure">
          {errors(key)}
        </Notice>
      ) : null}
      <p className="mb-4 max-w-measure">
        {linkedAt ? t('linked', { date: linkedAt }) : t('notLinked', { name })}{' '}
        {lastUsedAt ? t('used', { date: lastUsedAt }) : null}
      </p>
      {linkedAt && !hasPassword ? (
        <p className="max-w-measure text-muted">{t('only')}</p>
      ) : (
        <LinkForm
          isLinked={linkedAt !== null}
          email={hasPassword ? actor.email : null}
          address={address}
          labels={{
            password: t('password'),
            link: t('link'),
            linkBusy: t('linkBusy'),
            goOn: t('goOn', { name }),
            goOnLead: t('goOnLead'),
            unlink: t('unlink'),
            unlinkBusy: t('unlinkBusy'),
            removed: t('removed'),
          }}
        />
      )}
    </Section>
  )
}
