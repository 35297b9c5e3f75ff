import { useFormatter, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { OwnSuggestion, SuggestionRow } from '@/lib/site/term-suggestions/types'

/** What waits for a decision, oldest first. */
export function SuggestionList({ suggestions }: { suggestions: readonly SuggestionRow[] }) {
  const t = useTranslations('vocabularies')
  const format = useFormatter()
  if (suggestions.length === 0)
    return <EmptyState title={t('suggestionsNone')}>{t('suggestionsNoneWhy')}</EmptyState>
  return (
    <ul className="max-w-measure">
      {suggestions.map(({ id, name, vocabulary, proposers, createdAt }) => (
        <li key={id} className="border-t border-hairline py-3 last:border-b">
          <TextLink
            href={{ pathname: '/workspace/admin/suggestions/[id]', params: { id } }}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {name}
          </TextLink>
          <p className="text-sm text-muted">
            {t(`single.${vocabulary}`)} · {t('askedBy', { count: proposers })} ·{' '}
            {format.dateTime(createdAt, { dateStyle: 'long' })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What someone suggested, with what came of it. */
export function OwnSuggestions({ own }: { own: readonly OwnSuggestion[] }) {
  const t = useTranslations('vocabularies.suggest')
  const kinds = useTranslations('vocabularies.single')
  if (own.length === 0) return <p className="text-muted">{t('ownNone')}</p>
  return (
    <ul className="max-w-measure">
      {own.map(({ id, name, vocabulary, status, term, answer }) => (
        <li key={id} className="border-t border-hairline py-3 last:border-b">
          <p className="font-semibold">{name}</p>
          <p className="text-sm text-muted">
            {kinds(vocabulary)} · {t(`status.${status}`, { term: term ?? '' })}
          </p>
          {answer === '' ? null : <p className="mt-1 whitespace-pre-wrap">{answer}</p>}
        </li>
      ))}
    </ul>
  )
}
