import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { createTermAction, saveTermAction } from '@/lib/site/vocabularies/actions'
import { termValues } from '@/lib/site/vocabularies/rules'
import type { ManagedVocabulary, TermDetail } from '@/lib/site/vocabularies/types'
import { useMeasureFields, useTermFields } from './term-fields'

interface Place {
  id: string
  labelNl: string
}

export function TermDetails({ term, parents }: { term: TermDetail; parents: readonly Place[] }) {
  const t = useTranslations('vocabularies.one')
  return (
    <Section id="gegevens" title={t('edit')} lead={t('editLead')}>
      <FieldsForm
        action={saveTermAction}
        about={{ id: term.id, version: term.version }}
        stored={termValues(term)}
        fields={[...useTermFields(parents), ...useMeasureFields(term.vocabulary)]}
        labels={{ submit: t('submit'), busy: t('busy') }}
      />
    </Section>
  )
}

interface NewTermProps {
  vocabulary: ManagedVocabulary
  parents: readonly Place[]
}

export function NewTerm({ vocabulary, parents }: NewTermProps) {
  const t = useTranslations('vocabularies.new')
  return (
    <Section id="nieuw" title={t('title')} className="mt-14">
      <FieldsForm
        action={createTermAction}
        about={{ vocabulary }}
        stored={{}}
        fields={[...useTermFields(parents), ...useMeasureFields(vocabulary)]}
        labels={{ submit: t('submit'), busy: t('busy') }}
      />
    </Section>
  )
}
