import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { saveCollectionAction } from '@/lib/knowledge/collections/actions'

interface CollectionFieldsProps {
  version: number
  collectionId: string
  title: string
  lead: string
  story: string
}

export function CollectionFields({
  version,
  collectionId,
  title,
  lead,
  story,
}: CollectionFieldsProps) {
  const t = useTranslations('collections.work')
  return (
    <Section id="verhaal" title={t('words')}>
      <FieldsForm
        key={version}
        action={saveCollectionAction}
        about={{ collectionId, version }}
        stored={{ title, lead, story }}
        fields={[
          { kind: 'text', name: 'title', label: t('field.title') },
          { kind: 'textarea', name: 'lead', label: t('field.lead'), hint: t('field.leadHint') },
          {
            kind: 'textarea',
            name: 'story',
            label: t('field.story'),
            hint: t('field.storyHint'),
          },
        ]}
        labels={{ submit: t('save'), busy: t('busy') }}
      />
    </Section>
  )
}
