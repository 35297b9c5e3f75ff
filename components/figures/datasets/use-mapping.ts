'use client'
import { useFieldErrors } from '@/components/base/forms/form-state'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import type { ActionResult, FormValues, Saved } from '@/lib/base/http/action-result'
import type { FieldAccess } from './source-fields'

export type MappingAction = (
  previous: ActionResult<Saved>,
  form: FormData,
) => Promise<ActionResult<Saved>>

export function useMapping(action: MappingAction, stored: FormValues, version: number) {
  const [result, send] = useFormAction(action)
  const errorsOf = useFieldErrors(result)
  const form: FieldAccess = { value: (name) => typedValue(result, stored, name), errors: errorsOf }
  return {
    result,
    send,
    form,
    version: result.status === 'conflict' ? result.theirVersion : version,
  }
}
