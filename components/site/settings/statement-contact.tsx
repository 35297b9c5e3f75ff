import { useTranslations } from 'next-intl'

/** Where to write about a statement; nothing without an address. */
export function StatementContact({ address }: { address: string }) {
  const t = useTranslations('statements')
  if (address === '') return null
  return (
    <p>
      {t('write')} <a href={`mailto:${address}`}>{address}</a>
    </p>
  )
}
