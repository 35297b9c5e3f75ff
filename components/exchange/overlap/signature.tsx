import { useTranslations } from 'next-intl'

interface SignatureProps {
  name: string | null
  organisation: string
  on: Date
}

export function Signature({ name, organisation, on }: SignatureProps) {
  const t = useTranslations('overlap.joining')
  return (
    <footer className="mt-2 text-sm text-muted">
      {name === null
        ? t('byOrganisation', { organisation, date: on })
        : t('by', { name, organisation, date: on })}
    </footer>
  )
}
