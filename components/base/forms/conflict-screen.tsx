'use client'
import { useTranslations } from 'next-intl'
import type { FormValues } from '@/lib/base/http/action-result'

interface ConflictScreenProps {
  mine: FormValues
  theirs: FormValues
  fields: readonly { name: string; label: string }[]
}

const asText = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(', ') : (value ?? '')

export function ConflictScreen({ mine, theirs, fields }: ConflictScreenProps) {
  const t = useTranslations('forms')
  const different = fields.filter(({ name }) => asText(mine[name]) !== asText(theirs[name]))
  return (
    <section
      role="alert"
      aria-labelledby="conflict-title"
      className="border-l-4 border-straw bg-straw-wash p-5"
    >
      <h2 id="conflict-title" className="text-xl">
        {t('conflictTitle')}
      </h2>
      <p className="mt-2 max-w-measure">{t('conflictBody')}</p>
      <div className="mt-4 space-y-5">
        {different.map(({ name, label }) => (
          <div key={name}>
            <h3 className="font-sans text-base font-semibold">{label}</h3>
            <div className="mt-1 grid gap-4 md:grid-cols-2">
              {(
                [
                  ['conflictMine', mine],
                  ['conflictTheirs', theirs],
                ] as const
              ).map(([key, values]) => (
                <div key={key} className="rounded-md border border-hairline bg-paper p-3">
                  <p className="text-sm font-semibold text-muted">{t(key)}</p>
                  <p className="whitespace-pre-wrap">
                    {asText(values[name]) || t('conflictEmpty')}
                  </p>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
