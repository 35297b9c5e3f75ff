import { definitionIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import type { Locale } from '@/i18n/routing'
import { EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'
import type { TermView } from '@/lib/base/taxonomy/types'

export function EvidenceLadder({ levels, locale }: { levels: TermView[]; locale: Locale }) {
  const t = useTranslations('method')
  const evidence = useTranslations('evidence')
  const definition = (slug: string) => {
    const term = levels.find((level) => level.slug === slug)
    return definitionIn(locale, term)
  }
  return (
    <ol className="max-w-measure divide-y divide-hairline border-y border-hairline">
      {EVIDENCE_LEVELS.map((level, rank) => (
        <li key={level} className="py-4">
          <p>
            <span className="text-sm text-muted tabular">{t('evidence.rank', { rank })} · </span>
            <strong className="font-serif text-lg font-semibold">
              {evidence(`level.${level}`)}
            </strong>
          </p>
          <p>{definition(level)}</p>
          <p className="mt-1 text-sm text-muted">{t(`evidence.rule.${level}`)}</p>
        </li>
      ))}
    </ol>
  )
}
