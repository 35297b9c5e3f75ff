import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { createCollectionAction } from '@/lib/knowledge/collections/actions'

export function NewCollection({
  value,
  organisations,
}: {
  value: string
  organisations: { value: string; label: string }[]
}) {
  const t = useTranslations('collections.work')
  const several = organisations.length > 1
  return (
    <Section id="nieuw" title={t('new')} className="mt-12">
      <FieldsForm
        action={createCollectionAction}
        about={several ? {} : { organisationId: value }}
        stored={several ? { organisationId: value } : {}}
        fields={[
          ...(several
            ? [
                {
                  kind: 'select' as const,
                  name: 'organisationId',
                  label: t('organisation'),
                  options: organisations,
                },
              ]
            : []),
          { kind: 'text', name: 'title', label: t('field.title') },
          {
            kind: 'textarea',
            name: 'lead',
            label: t('field.lead'),
            hint: t('field.leadHint'),
          },
        ]}
        labels={{ submit: t('create'), busy: t('busy') }}
      />
    </Section>
  )
}
