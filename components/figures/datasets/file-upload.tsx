import { useLocale, useTranslations } from 'next-intl'
import { Form } from '@/components/base/forms/form'
import { Button, type ButtonVariant } from '@/components/base/ui/button'

interface FileUploadProps {
  to: '/api/werkplek/cijfers' | '/api/werkplek/cijfers/bron'
  id: string
  label: string
  submit: string
  /** In the address: known before the body is read. */
  source?: string
  dataset?: string
  variant?: ButtonVariant
}

export function FileUpload({ to, id, label, submit, source, dataset, variant }: FileUploadProps) {
  const locale = useLocale()
  const t = useTranslations('datasets')
  const query = new URLSearchParams({ taal: locale, ...(source !== undefined && { bron: source }) })
  return (
    <Form
      action={`${to}?${query.toString()}`}
      method="post"
      encType="multipart/form-data"
      className="flex flex-wrap items-end gap-4"
    >
      {dataset === undefined ? null : <input type="hidden" name="dataset" value={dataset} />}
      <div className="min-w-0">
        <label htmlFor={id} className="block font-semibold">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {t('fileHint')}
        </p>
        <input
          id={id}
          type="file"
          name="bestand"
          required
          accept=".csv,.xlsx,.txt"
          aria-describedby={`${id}-hint`}
          className="mt-2 block min-h-11 max-w-full"
        />
      </div>
      <Button type="submit" variant={variant}>
        {submit}
      </Button>
    </Form>
  )
}
