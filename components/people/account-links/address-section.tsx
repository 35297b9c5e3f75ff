import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { changeAddressAction } from '@/lib/people/account-links/actions'
import { loadAddressChange } from '@/lib/people/account-links/loaders'

export async function AddressSection({ userId, email }: { userId: string; email: string }) {
  const [t, change] = await Promise.all([
    getTranslations('accountLinks.address'),
    loadAddressChange(userId),
  ])
  return (
    <Section id="adres" title={t('title')} lead={t('lead')}>
      {change ? (
        <Notice tone="attention" className="mb-6 max-w-measure">
          <p className="break-words">{t('waiting', { email: change.email })}</p>
          {change.confirmed.includes('email_new') ? <p>{t('waitingNew')}</p> : null}
          {change.confirmed.includes('email_old') ? <p>{t('waitingOld')}</p> : null}
        </Notice>
      ) : null}
      <FieldsForm
        action={changeAddressAction}
        about={{}}
        stored={{}}
        scope="address"
        summary={t('open')}
        fields={[
          { kind: 'email', name: 'email', label: t('email'), autoComplete: 'email' },
          {
            kind: 'password',
            name: 'password',
            label: t('password'),
            autoComplete: 'current-password',
            username: email,
          },
        ]}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
        variant="secondary"
      />
    </Section>
  )
}
