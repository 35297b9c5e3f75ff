import { formValues } from '@/lib/base/http/form-data'
import type { FormValues } from '@/lib/base/http/action-result'
import { SUBMISSION_FIELD } from '@/lib/base/http/submission-key'

const MAX_NAME = 400
/** These differ each time the page is made. */
const CHANGING = new Set([SUBMISSION_FIELD, 'version', 'savedAt'])
/** The key of a link in a mail opens what it is for; it is stored nowhere. */
const SECRET = new Set([SUBMISSION_FIELD, 'token'])

const isPassing = (name: string) =>
  name === '' || name.startsWith('$') || CHANGING.has(name) || SECRET.has(name)

/** Only forms in which people type more than a line, and never one with a password. */
export function keepsDraft(form: HTMLFormElement): boolean {
  return (
    form.querySelector('textarea') !== null && form.querySelector('input[type=password]') === null
  )
}

/** The same each time someone opens this form: page, what it is about, first text. */
export function draftName(form: HTMLFormElement, path: string): string {
  const controls = [...form.elements]
  const about = controls.flatMap((control) =>
    control instanceof HTMLInputElement && control.type === 'hidden' && !isPassing(control.name)
      ? [`${control.name}=${control.value}`]
      : [],
  )
  const text = controls.find((control) => control instanceof HTMLTextAreaElement)
  return [path, ...about, text?.name ?? ''].join(' ').slice(0, MAX_NAME)
}

/** What is typed and chosen, with the version of the record that was changed. */
export function typedText(form: HTMLFormElement): FormValues {
  const values = formValues(new FormData(form))
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.has(name)))
}

const visibleNames = (form: HTMLFormElement): string[] => [
  ...new Set(
    [...form.elements].flatMap((control) => {
      const named =
        control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement
      return named && control.name !== '' && control.type !== 'hidden' && control.type !== 'file'
        ? [control.name]
        : []
    }),
  ),
]

const asText = (value: string | string[] | undefined) => [value ?? ''].flat().join('\n')

/** Whether someone would see the form change if this text were put back. */
export function saysElse(form: HTMLFormElement, values: FormValues): boolean {
  const shown = typedText(form)
  const names = new Set([...visibleNames(form), ...Object.keys(values)])
  return [...names].some((name) => !isPassing(name) && asText(shown[name]) !== asText(values[name]))
}
