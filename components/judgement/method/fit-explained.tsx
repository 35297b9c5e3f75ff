import { useTranslations } from 'next-intl'

export function FitExplained() {
  const t = useTranslations('search.fitExplained')
  return (
    <ul className="max-w-measure list-disc space-y-2 pl-5">
      {(['group', 'sector', 'place', 'unknown'] as const).map((rule) => (
        <li key={rule}>{t(rule)}</li>
      ))}
    </ul>
  )
}
