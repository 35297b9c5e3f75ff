'use client'
import { useTranslations } from 'next-intl'
import { CheckboxField } from '@/components/base/forms/choices'
import { Form } from '@/components/base/forms/form'
import { FormErrors, SavedState, useFieldErrors } from '@/components/base/forms/form-state'
import { TextField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Disclosure } from '@/components/base/ui/disclosure'
import type { ImageView } from '@/lib/knowledge/media/types'
import { changeImageAction } from '@/lib/knowledge/revisions/media.actions'
import { FocusField } from './focus-field'

interface ImageFormProps {
  revisionId: string
  image: ImageView & { id: string }
  /** What it is called for who hears the page. */
  name: string
}

const TEXTS = ['alt', 'caption', 'credit'] as const

/** What stands with a picture, and what stays in view of it. */
export function ImageForm({ revisionId, image, name }: ImageFormProps) {
  const t = useTranslations('media')
  const [result, action] = useFormAction(changeImageAction)
  const errors = useFieldErrors(result)
  const { id: scope, focusX, focusY, isDecoration } = image
  const stored = {
    ...image,
    focusX: String(focusX),
    focusY: String(focusY),
    isDecoration: isDecoration ? 'on' : '',
  }
  const typed = (field: keyof typeof stored) =>
    typedValue(result, { ...stored, width: '', height: '' }, field)
  const labels = Object.fromEntries(
    [...TEXTS, 'isDecoration' as const, 'focusX' as const, 'focusY' as const].map((field) => [
      field,
      t(field),
    ]),
  )
  const text = (field: (typeof TEXTS)[number]) => (
    <TextField
      key={field}
      name={field}
      scope={scope}
      label={t(field)}
      hint={t(`${field}Hint`)}
      errors={errors(field)}
      defaultValue={typed(field)}
      autoComplete="off"
    />
  )
  return (
    <Disclosure
      summary={<span aria-label={t('changeName', { name })}>{t('change')}</span>}
      open={result.status === 'idle' ? undefined : true}
    >
      <Form action={action} result={result} noValidate className="max-w-measure space-y-6 py-3">
        <FormErrors result={result} labels={labels} scope={scope} />
        <input type="hidden" name="revisionId" value={revisionId} />
        <input type="hidden" name="mediaId" value={scope} />
        {text('alt')}
        <CheckboxField
          key={typed('isDecoration')}
          name="isDecoration"
          scope={scope}
          label={t('isDecoration')}
          errors={errors('isDecoration')}
          defaultChecked={typed('isDecoration') === 'on'}
        />
        {text('caption')}
        {text('credit')}
        <FocusField
          key={`${typed('focusX')} ${typed('focusY')}`}
          image={image}
          scope={scope}
          errors={errors}
          values={{ focusX: typed('focusX'), focusY: typed('focusY') }}
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton pending={t('saving')}>{t('save')}</SubmitButton>
          <SavedState savedAt={result.status === 'ok' ? result.data.savedAt : null} />
        </div>
      </Form>
    </Disclosure>
  )
}
