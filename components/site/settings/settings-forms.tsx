import { useTranslations } from 'next-intl'
import {
  FieldsForm,
  type FieldSpec,
  type FieldsFormProps,
} from '@/components/base/forms/fields-form'
import { RETENTION_BOUNDS, SECOND_FACTOR_ROLES } from '@/lib/base/settings/schema'
import type { SettingKey, Settings, StoredSetting } from '@/lib/base/settings/types'
import { MAX_FILE_BYTES } from '@/lib/base/files/file-type'
import {
  saveHomeAction,
  saveIdentityAction,
  saveLanguagesAction,
  saveLogoAction,
  saveRetentionAction,
  saveSecurityAction,
  saveSenderAction,
  saveStatementsAction,
} from '@/lib/site/settings/actions'
import { toFormValues } from '@/lib/site/settings/rules'
import { SettingsSection } from './settings-section'

export interface SettingsProps {
  settings: Settings
  stored: ReadonlyMap<SettingKey, StoredSetting>
}

interface GroupProps extends SettingsProps {
  name: SettingKey
  lead?: string
  fields: readonly FieldSpec[]
  action: FieldsFormProps<never>['action']
}

function Group({ name, lead, fields, action, settings, stored }: GroupProps) {
  const t = useTranslations('settings')
  const of = stored.get(name)
  return (
    <SettingsSection name={name} lead={lead} stored={of}>
      <FieldsForm
        action={action}
        fields={fields}
        stored={toFormValues(name, settings)}
        about={{ version: of?.version ?? 0 }}
        labels={{ submit: t('submit'), busy: t('busy') }}
        scope={name}
      />
    </SettingsSection>
  )
}

export function IdentitySettings(props: SettingsProps) {
  const t = useTranslations('settings.identity')
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint') },
    { kind: 'text', name: 'accent', label: t('accent'), hint: t('accentHint') },
  ]
  return <Group {...props} name="identity" fields={fields} action={saveIdentityAction} />
}

export function LogoSettings(props: SettingsProps) {
  const t = useTranslations('settings.logo')
  const { hash, alt, width, height } = props.settings.logo
  const fields: FieldSpec[] = [
    {
      kind: 'file',
      name: 'logo',
      label: t('logo'),
      hint: t('logoHint'),
      accept: '.png,.jpg,.jpeg',
      maxBytes: MAX_FILE_BYTES,
    },
    { kind: 'text', name: 'alt', label: t('alt'), hint: t('altHint') },
    ...(hash === '' ? [] : [{ kind: 'checkbox', name: 'remove', label: t('remove') } as const]),
  ]
  return (
    <>
      <Group {...props} name="logo" fields={fields} action={saveLogoAction} />
      {hash === '' ? null : (
        <div className="pb-8">
          <p className="mb-2 text-sm">{t('now')}</p>
          <picture>
            <img
              src={`/api/logo/${hash}`}
              alt={alt}
              width={width}
              height={height}
              className="h-auto max-w-full"
            />
          </picture>
        </div>
      )}
    </>
  )
}

export function HomeSettings(props: SettingsProps) {
  const t = useTranslations('settings.home')
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'titleNl', label: t('titleNl') },
    { kind: 'textarea', name: 'leadNl', label: t('leadNl') },
    { kind: 'text', name: 'titleEn', label: t('titleEn') },
    { kind: 'textarea', name: 'leadEn', label: t('leadEn') },
  ]
  return <Group {...props} name="home" lead={t('lead')} fields={fields} action={saveHomeAction} />
}

export function StatementSettings(props: SettingsProps) {
  const t = useTranslations('settings.statements')
  const fields: FieldSpec[] = [
    { kind: 'email', name: 'contact', label: t('contact'), hint: t('contactHint') },
    {
      kind: 'text',
      name: 'privacyOfficer',
      label: t('privacyOfficer'),
      hint: t('privacyOfficerHint'),
    },
    {
      kind: 'select',
      name: 'accessibility',
      label: t('accessibility'),
      options: (['full', 'partial', 'none'] as const).map((value) => ({
        value,
        label: t(`states.${value}`),
      })),
    },
    { kind: 'date', name: 'assessedOn', label: t('assessedOn'), hint: t('assessedOnHint') },
  ]
  return (
    <Group
      {...props}
      name="statements"
      lead={t('lead')}
      fields={fields}
      action={saveStatementsAction}
    />
  )
}

export function RetentionSettings(props: SettingsProps) {
  const t = useTranslations('settings.retention')
  const names = [
    'sessions',
    'mailTexts',
    'submissions',
    'jobRuns',
    'accessRequests',
    'formDrafts',
    'enquiries',
    'importFiles',
  ] as const
  const fields = names.map((name): FieldSpec => {
    const [min, max] = RETENTION_BOUNDS[name]
    return { kind: 'number', name, label: t(name), hint: t('bounds', { min, max }) }
  })
  return (
    <Group
      {...props}
      name="retention"
      lead={t('lead')}
      fields={fields}
      action={saveRetentionAction}
    />
  )
}

export function SecuritySettings(props: SettingsProps) {
  const t = useTranslations('settings.security')
  const roles = useTranslations('accounts.roles')
  const fields = SECOND_FACTOR_ROLES.map((role): FieldSpec => ({
    kind: 'checkbox',
    name: role,
    label: roles(role),
  }))
  return (
    <Group
      {...props}
      name="security"
      lead={t('lead')}
      fields={fields}
      action={saveSecurityAction}
    />
  )
}

export function SenderSettings({
  mailDomain,
  mailFrom,
  ...props
}: SettingsProps & { mailDomain: string; mailFrom: string }) {
  const t = useTranslations('settings.mail')
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'senderName', label: t('senderName') },
    {
      kind: 'email',
      name: 'senderAddress',
      label: t('senderAddress'),
      hint: t('senderAddressHint', { domain: mailDomain }),
    },
  ]
  return (
    <Group
      {...props}
      name="mail"
      lead={t('lead', { from: mailFrom })}
      fields={fields}
      action={saveSenderAction}
    />
  )
}

export function LanguageSettings(props: SettingsProps) {
  const t = useTranslations('settings.languages')
  const fields: FieldSpec[] = [
    { kind: 'checkbox', name: 'english', label: t('english'), hint: t('englishHint') },
  ]
  return (
    <Group
      {...props}
      name="languages"
      lead={t('lead')}
      fields={fields}
      action={saveLanguagesAction}
    />
  )
}
