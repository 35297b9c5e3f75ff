'use client'
import { useLocale, useTranslations } from 'next-intl'
import { FileField } from '@/components/base/forms/file-field'
import { Form } from '@/components/base/forms/form'
import { SelectField, type Option } from '@/components/base/forms/inputs'
import { Button } from '@/components/base/ui/button'

const MAX_BYTES = 20 * 1_024 * 1_024

interface StartFormProps {
  organisations: readonly Option[]
  /** Whether a column may name the organisation of each row. */
  mayAll: boolean
}

/** Goes to a route, because an action takes smaller files; the answer is a page either way. */
export function StartForm({ organisations, mayAll }: StartFormProps) {
  const t = useTranslations('initiativeImports')
  const locale = useLocale()
  const [only] = organisations
  const isFixed = !mayAll && organisations.length === 1
  return (
    <Form
      action={`/api/werkplek/initiatieven?taal=${locale}`}
      method="post"
      encType="multipart/form-data"
      className="max-w-measure space-y-5"
    >
      {isFixed && only ? (
        <input type="hidden" name="organisatie" value={only.value} />
      ) : (
        <SelectField
          name="organisatie"
          label={t('organisation')}
          options={
            mayAll
              ? [{ value: '', label: t('organisationColumn') }, ...organisations]
              : organisations
          }
        />
      )}
      <FileField
        name="bestand"
        label={t('file')}
        hint={t('fileHint')}
        accept=".xlsx,.csv"
        maxBytes={MAX_BYTES}
        tooLarge={t('fileTooLarge')}
      />
      <Button type="submit">{t('checkFile')}</Button>
    </Form>
  )
}
