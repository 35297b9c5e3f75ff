'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ActionResult } from '@/lib/base/http/action-result'
import type { ErrorCode } from '@/lib/base/runtime/errors'
import { ErrorSummary, type SummaryError } from './error-summary'
import { useFormContext } from './form'

type ErrorKey = Parameters<ReturnType<typeof useTranslations<'errors'>>>[0]

export function useErrorText(): (key: string) => string {
  const t = useTranslations('errors')
  return (key) => (t.has(key as ErrorKey) ? t(key as ErrorKey) : key)
}

export function useFieldErrors(result: ActionResult<unknown>): (field: string) => string[] {
  const errorText = useErrorText()
  return (field) => {
    if (result.status !== 'invalid') return []
    // An error in a list shown as one field, such as "lessons.2", belongs to that field.
    const own = Object.entries(result.fieldErrors).filter(
      ([path]) => path === field || new RegExp(`^${field}\\.\\d+$`).test(path),
    )
    return [...new Set(own.flatMap(([, keys]) => keys))].map(errorText)
  }
}

export function FormErrors({
  result,
  labels,
  scope,
}: {
  result: ActionResult<unknown>
  labels: Record<string, string>
  scope?: string | undefined
}) {
  const errorText = useErrorText()
  if (result.status === 'error')
    return <ErrorSummary errors={[{ message: errorText(result.code satisfies ErrorCode) }]} />
  if (result.status !== 'invalid') return null
  const order = Object.keys(labels)
  const rank = (field: string) => order.indexOf(field.split('.')[0] ?? field)
  const fields = Object.entries(result.fieldErrors).sort(([a], [b]) => rank(a) - rank(b))
  const errors: SummaryError[] = [
    ...result.formErrors.map((key) => ({ message: errorText(key) })),
    ...fields.map(([field, keys]) => {
      const list = /^(\w+)\.\d+$/.exec(field)?.[1]
      return {
        name: list ?? field,
        scope,
        label: labels[field] ?? labels[field.split('.')[0] ?? ''] ?? field,
        message: keys.map(errorText).join(' '),
      }
    }),
  ]
  return <ErrorSummary errors={errors} />
}

export function SavedState({ savedAt }: { savedAt: string | null }) {
  const t = useTranslations('forms')
  const format = useFormatter()
  const { unsaved, failed, isKept } = useFormContext()
  const statusText = () => {
    if (failed) return t('saveFailed')
    if (unsaved) return isKept ? '' : t('unsaved')
    return savedAt === null
      ? ''
      : t('saved', {
          time: format.dateTime(new Date(savedAt), { hour: 'numeric', minute: '2-digit' }),
        })
  }
  return (
    <p role="status" className={`text-sm ${failed ? 'text-clay' : 'text-muted'}`}>
      {statusText()}
    </p>
  )
}
