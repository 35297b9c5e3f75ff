'use client'
import { CheckboxGroup } from '@/components/base/forms/choices'
import { controlClass, described, Field, fieldId } from '@/components/base/forms/field'
import { Form } from '@/components/base/forms/form'
import { FormErrors, SavedState, useFieldErrors } from '@/components/base/forms/form-state'
import { SelectField, TextField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue, typedValues } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import type { ActionResult, FormValues, Saved } from '@/lib/base/http/action-result'
import type { OrganisationWords } from './organisation-fields'

interface OrganisationFormProps {
  action: (previous: ActionResult<Saved>, form: FormData) => Promise<ActionResult<Saved>>
  stored: FormValues
  /** Empty for a new organisation. */
  about: Readonly<Record<string, string>>
  words: OrganisationWords
  mayChangeRegions: boolean
  labels: { submit: string; busy: string }
}

export function OrganisationForm({
  action,
  stored,
  about,
  words,
  mayChangeRegions,
  labels,
}: OrganisationFormProps) {
  const [result, send] = useFormAction(action)
  const errors = useFieldErrors(result)
  return (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-6">
      <FormErrors
        result={result}
        labels={{
          name: words.name,
          kind: words.kind,
          regionId: words.region,
          alsoRegionIds: words.also,
        }}
      />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="name"
        label={words.name}
        errors={errors('name')}
        required
        autoComplete="off"
        defaultValue={typedValue(result, stored, 'name')}
      />
      <SelectField
        key={typedValue(result, stored, 'kind')}
        name="kind"
        label={words.kind}
        errors={errors('kind')}
        options={words.kinds}
        defaultValue={typedValue(result, stored, 'kind')}
      />
      {mayChangeRegions ? (
        <RegionFields result={result} stored={stored} words={words} />
      ) : (
        <FixedRegions result={result} stored={stored} />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
        <SavedState savedAt={result.status === 'ok' ? result.data.savedAt : null} />
      </div>
    </Form>
  )
}

interface RegionProps {
  result: ActionResult<Saved>
  stored: FormValues
}

function RegionFields({ result, stored, words }: RegionProps & { words: OrganisationWords }) {
  const errors = useFieldErrors(result)
  const field = { errors: errors('regionId'), name: 'regionId', hint: words.regionHint }
  return (
    <>
      <Field {...field} label={words.region}>
        <select
          key={typedValue(result, stored, 'regionId')}
          id={fieldId('regionId')}
          name="regionId"
          {...described(field)}
          defaultValue={typedValue(result, stored, 'regionId')}
          className={`${controlClass} min-h-11 max-w-96`}
        >
          <option value="">{words.noRegion}</option>
          {words.regions.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map(({ value, label: name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <CheckboxGroup
        key={typedValues(result, stored, 'alsoRegionIds').join()}
        name="alsoRegionIds"
        label={words.also}
        hint={words.alsoHint}
        errors={errors('alsoRegionIds')}
        groups={words.regions}
        selected={typedValues(result, stored, 'alsoRegionIds')}
      />
    </>
  )
}

/** Sent along unchanged for whoever may not change them. */
function FixedRegions({ result, stored }: RegionProps) {
  return (
    <>
      <input type="hidden" name="regionId" value={typedValue(result, stored, 'regionId')} />
      {typedValues(result, stored, 'alsoRegionIds').map((id) => (
        <input key={id} type="hidden" name="alsoRegionIds" value={id} />
      ))}
    </>
  )
}
