import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/base/ui/layout'
import { StatusWord } from '@/components/base/ui/text'
import type { Actor } from '@/lib/people/accounts/types'
import { loadFactors } from '@/lib/people/second-factor/loaders'
import { AccountFactors } from './account-factors'
import { SecondFactorTexts } from './texts'

/** On the account page: whether it is on, with what, and how many recovery codes are left. */
export async function SecondFactorSection({ actor }: { actor: Actor }) {
  const [t, factors] = await Promise.all([
    getTranslations('secondFactor.account'),
    loadFactors(actor),
  ])
  const isOn = factors.totp !== null || factors.passkeys.length > 0
  return (
    <Section id="second-step" title={t('title')} lead={t('lead')}>
      <p className="mb-6 max-w-measure">
        <StatusWord tone={isOn ? 'good' : 'neutral'}>{isOn ? t('on') : t('off')}</StatusWord>{' '}
        {isOn ? null : factors.isRequired ? t('requiredOff') : t('offLead')}
      </p>
      <SecondFactorTexts>
        <AccountFactors factors={factors} email={actor.email} />
      </SecondFactorTexts>
    </Section>
  )
}
