import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'

const VOCABULARIES = {
  targetGroups: 'doelgroepen',
  sectors: 'sectoren',
  instruments: 'instrumenten',
  challenges: 'opgaven',
} as const

interface MissingTermProps {
  revisionId: string
  name: keyof typeof VOCABULARIES
}

/** In a tab of its own, so that nothing typed in the draft is lost. */
export function MissingTerm({ revisionId, name }: MissingTermProps) {
  const t = useTranslations('editing.missing')
  return (
    <p className="mt-2">
      <Link
        href={{
          pathname: '/workspace/suggestions/new',
          query: { soort: VOCABULARIES[name], versie: revisionId },
        }}
        target="_blank"
        className="inline-flex min-h-11 items-center text-sm"
      >
        {t(name)} {t('newTab')}
      </Link>
    </p>
  )
}
