import { useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { CriterionView } from '@/lib/judgement/assessments/types'
import type { MatrixChoice } from '@/lib/monitor/overview/types'

interface CriterionFormProps {
  locale: Locale
  choice: MatrixChoice
  criteria: CriterionView[]
  label: (term: { labelNl: string; labelEn: string }) => string
}

export function CriterionForm({ locale, choice, criteria, label }: CriterionFormProps) {
  const t = useTranslations('overview')
  return (
    <form
      action={getPathname({ href: '/monitor', locale })}
      className="mb-6 flex flex-wrap items-end gap-4 print:hidden"
    >
      {choice.group === null ? null : <input type="hidden" name="doelgroep" value={choice.group} />}
      {choice.instrument === null ? null : (
        <input type="hidden" name="instrument" value={choice.instrument} />
      )}
      <label className="min-w-0">
        <span className="block text-sm font-semibold">{t('criterion')}</span>
        <select
          name="criterium"
          defaultValue={choice.criterion}
          className="mt-1 min-h-11 max-w-full rounded-md border border-edge bg-paper px-3"
        >
          {criteria.map((criterion) => (
            <option key={criterion.slug} value={criterion.number}>
              {label(criterion)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  )
}
