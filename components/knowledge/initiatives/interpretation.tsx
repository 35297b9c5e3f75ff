import { useTranslations } from 'next-intl'

/** Marks what the editors concluded and the source does not say itself. */
export function Interpretation() {
  const t = useTranslations('initiatives')
  return <span className="text-sm text-muted">{` (${t('derived')})`}</span>
}
