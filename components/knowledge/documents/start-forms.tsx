'use client'
import { useLocale, useTranslations } from 'next-intl'
import { FileField } from '@/components/base/forms/file-field'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextArea } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Button } from '@/components/base/ui/button'
import { DOCUMENT_KINDS, MAX_DOCUMENT_BYTES } from '@/lib/base/files/documents/types'
import { readPastedAction } from '@/lib/knowledge/documents/actions'

const ACCEPTED = DOCUMENT_KINDS.map((kind) => `.${kind}`).join(',')

/** Goes to a route, because an action takes smaller files; the answer is a page either way. */
export function FileForm() {
  const t = useTranslations('documents')
  const locale = useLocale()
  return (
    <Form
      action={`/api/werkplek/document?taal=${locale}`}
      method="post"
      encType="multipart/form-data"
      className="max-w-measure space-y-5"
    >
      <FileField
        name="bestand"
        label={t('file')}
        hint={t('fileHint')}
        accept={ACCEPTED}
        maxBytes={MAX_DOCUMENT_BYTES}
        tooLarge={t('fileTooLarge')}
      />
      <Button type="submit">{t('readFile')}</Button>
    </Form>
  )
}

export function TextForm() {
  const t = useTranslations('documents')
  const [result, action] = useFormAction(readPastedAction)
  const errors = useFieldErrors(result)
  return (
    <Form action={action} result={result} noValidate className="max-w-measure space-y-5">
      <FormErrors result={result} labels={{ text: t('text') }} />
      <TextArea
        name="text"
        label={t('text')}
        hint={t('textHint')}
        rows={8}
        errors={errors('text')}
        defaultValue={typedValue(result, {}, 'text')}
      />
      <SubmitButton pending={t('reading')}>{t('readText')}</SubmitButton>
    </Form>
  )
}
