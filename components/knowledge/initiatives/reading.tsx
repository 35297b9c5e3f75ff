import { useTranslations } from 'next-intl'

/** Marks what the editors read into the source and the source does not say itself. */
export function Reading() {
  const t = useTranslations('initiatives')
  return <span className="text-sm text-muted">{` (${t('derived')})`}</span>
}
