import { useTranslations } from 'next-intl'

/** How the order by fit with a region comes about. */
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
