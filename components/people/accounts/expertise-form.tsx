'use client'
import { CheckboxGroup, type OptionGroup } from '@/components/base/forms/choices'
import { Form } from '@/components/base/forms/form'
import { FormErrors, SavedState } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValues } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { saveExpertiseAction } from '@/lib/people/accounts/actions'

interface ExpertiseFormProps {
  stored: { groups: string[]; sectors: string[] }
  groups: readonly OptionGroup[]
  sectors: readonly OptionGroup[]
  labels: { groups: string; sectors: string; hint: string; submit: string; busy: string }
}

export function ExpertiseForm({ stored, groups, sectors, labels }: ExpertiseFormProps) {
  const [result, action] = useFormAction(saveExpertiseAction)
  const round = result.status === 'ok' ? result.data.savedAt : result.status
  return (
    <Form action={action} result={result} noValidate className="max-w-measure space-y-7">
      <FormErrors result={result} labels={{ groups: labels.groups, sectors: labels.sectors }} />
      <CheckboxGroup
        key={`groups ${round}`}
        name="groups"
        label={labels.groups}
        hint={labels.hint}
        groups={groups}
        selected={typedValues(result, stored, 'groups')}
      />
      <CheckboxGroup
        key={`sectors ${round}`}
        name="sectors"
        label={labels.sectors}
        groups={sectors}
        selected={typedValues(result, stored, 'sectors')}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
        <SavedState savedAt={result.status === 'ok' ? result.data.savedAt : null} />
      </div>
    </Form>
  )
}
