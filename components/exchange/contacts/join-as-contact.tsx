import { useTranslations } from 'next-intl'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { saveRegionContactAction } from '@/lib/exchange/contacts/actions'
import { regionContactValues } from '@/lib/exchange/contacts/schema'
import type { RegionContact } from '@/lib/exchange/contacts/types'

interface JoinAsContactProps {
  own: RegionContact | null
  isFull: boolean
  reader: { name: string; organisation: string }
  regionId: string
}

export function JoinAsContact({ own, isFull, reader, regionId }: JoinAsContactProps) {
  const t = useTranslations('contacts.work')
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'role', label: t('role'), hint: t('roleHint') },
    { kind: 'textarea', name: 'subjects', label: t('subjects'), hint: t('subjectsHint') },
  ]
  return (
    <Section id="aanmelden" title={t(own ? 'change' : 'join')} className="mt-8">
      {isFull ? (
        <Notice tone="attention" title={t('full')}>
          {t('fullWhy')}
        </Notice>
      ) : (
        <>
          <p className="mb-6 max-w-measure text-muted">{t('shown', reader)}</p>
          <FieldsForm
            key={own?.id ?? 'new'}
            action={saveRegionContactAction}
            about={own ? { regionId, version: own.version } : { regionId }}
            stored={own ? regionContactValues(own) : {}}
            fields={fields}
            labels={{
              submit: t(own ? 'save' : 'submit'),
              busy: t('busy'),
              ...(own ? {} : { done: t('done') }),
            }}
          />
        </>
      )}
    </Section>
  )
}
