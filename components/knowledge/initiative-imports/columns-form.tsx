'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/base/forms/form'
import { FormErrors } from '@/components/base/forms/form-state'
import { SelectField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { checkColumnsAction } from '@/lib/knowledge/initiative-imports/actions'
import { columnField, headerOf } from '@/lib/knowledge/initiative-imports/columns.rules'
import type { ColumnField } from '@/lib/knowledge/initiative-imports/types'

interface ColumnsFormProps {
  importId: string
  headers: readonly string[]
  columns: readonly string[]
  examples: readonly (readonly string[])[]
  fields: readonly ColumnField[]
}

function Examples({ cells }: { cells: readonly string[] }) {
  const t = useTranslations('initiativeImports')
  if (cells.length === 0) return <p className="text-sm text-muted">{t('mappingNoExamples')}</p>
  return (
    <ul className="space-y-0.5 text-sm text-muted">
      {cells.map((cell, at) => (
        <li key={at} className="break-words">
          {cell}
        </li>
      ))}
    </ul>
  )
}

/** A choice for each column of the file, with what stands in it. */
export function ColumnsForm({ importId, headers, columns, examples, fields }: ColumnsFormProps) {
  const t = useTranslations('initiativeImports')
  const [result, action] = useFormAction(checkColumnsAction)
  const options = [
    { value: '', label: t('notUsed') },
    ...fields.map((field) => ({ value: field, label: headerOf(field) })),
  ]
  const stored = Object.fromEntries(headers.map((_, at) => [columnField(at), columns[at] ?? '']))
  const labels = Object.fromEntries(headers.map((name, at) => [columnField(at), name]))
  return (
    <Form action={action} result={result} noValidate className="max-w-4xl space-y-6">
      <FormErrors result={result} labels={labels} />
      <input type="hidden" name="importId" value={importId} />
      <ul>
        {headers.map((header, at) => {
          const value = typedValue(result, stored, columnField(at))
          return (
            <li
              key={at}
              className="grid gap-x-8 gap-y-3 border-t border-hairline py-5 last:border-b sm:grid-cols-2"
            >
              <div className="min-w-0">
                <p className="font-semibold break-words">{header}</p>
                <Examples cells={examples[at] ?? []} />
              </div>
              <SelectField
                key={value}
                name={columnField(at)}
                label={
                  <>
                    {t('mappingField')}
                    <span className="sr-only"> ({t('mappingFor', { name: header })})</span>
                  </>
                }
                options={options}
                defaultValue={value}
              />
            </li>
          )
        })}
      </ul>
      <SubmitButton pending={t('checking')}>{t('checkRows')}</SubmitButton>
    </Form>
  )
}
