import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/base/ui/layout'
import type { SettingKey, StoredSetting } from '@/lib/base/settings/types'

interface SettingsSectionProps {
  name: SettingKey
  lead?: string | undefined
  stored: StoredSetting | undefined
  children: ReactNode
}

/** A group of settings with who changed it last. */
export function SettingsSection({ name, lead, stored, children }: SettingsSectionProps) {
  const t = useTranslations('settings')
  const at = stored?.updatedAt ?? null
  return (
    <Section id={name} title={t(`${name}.title`)} lead={lead}>
      {children}
      <p className="mt-4 text-sm text-muted">
        {at === null
          ? t('unchanged')
          : t('changed', { date: at, name: stored?.updatedBy ?? t('someone') })}
      </p>
    </Section>
  )
}
