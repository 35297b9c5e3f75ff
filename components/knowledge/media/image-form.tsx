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
import type { ActionResult, Saved } from '@/lib/base/http/action-result'
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
const FIELDS = [...TEXTS, 'isDecoration', 'focusX', 'focusY'] as const

const storedValues = ({ alt, caption, credit, isDecoration, focusX, focusY }: ImageView) => ({
  alt,
  caption,
  credit,
  isDecoration: isDecoration ? 'on' : '',
  focusX: String(focusX),
  focusY: String(focusY),
})

/** What stands with a picture, and what stays in view of it. */
export function ImageForm({ revisionId, image, name }: ImageFormProps) {
  const t = useTranslations('media')
  const [result, action] = useFormAction(changeImageAction)
  return (
    <Disclosure
      summary={<span aria-label={t('changeName', { name })}>{t('change')}</span>}
      open={result.status === 'idle' ? undefined : true}
    >
      <Form action={action} result={result} noValidate className="max-w-measure space-y-6 py-3">
        <FormErrors
          result={result}
          labels={Object.fromEntries(FIELDS.map((field) => [field, t(field)]))}
          scope={image.id}
        />
        <input type="hidden" name="revisionId" value={revisionId} />
        <input type="hidden" name="mediaId" value={image.id} />
        <ImageFields image={image} result={result} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton pending={t('saving')}>{t('save')}</SubmitButton>
          <SavedState savedAt={result.status === 'ok' ? result.data.savedAt : null} />
        </div>
      </Form>
    </Disclosure>
  )
}

function ImageFields({
  image,
  result,
}: Pick<ImageFormProps, 'image'> & { result: ActionResult<Saved> }) {
  const t = useTranslations('media')
  const errors = useFieldErrors(result)
  const scope = image.id
  const typed = (field: (typeof FIELDS)[number]) => typedValue(result, storedValues(image), field)
  const text = (field: (typeof TEXTS)[number]) => (
    <TextField
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
    <>
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
    </>
  )
}
