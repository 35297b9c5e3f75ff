import { useTranslations } from 'next-intl'
import { ExternalLink } from '@/components/base/ui/text'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import { Dutch } from './figure-text'

export function FigureNotes({
  figures,
  notes,
}: {
  figures: readonly Pick<ContextFigure, 'caveats' | 'source' | 'reportRef'>[]
  notes: ReadonlyMap<string, number>
}) {
  const t = useTranslations('indicators')
  const caveats = new Map(
    figures.flatMap((figure) => figure.caveats.map((caveat) => [caveat.slug, caveat] as const)),
  )
  const sources = new Map(figures.map((figure) => [figure.source.slug, figure.source]))
  const refs = [...new Set(figures.map((figure) => figure.reportRef).filter((ref) => ref !== null))]
  return (
    <div className="mt-8 space-y-4 border-t border-edge pt-4 text-sm text-muted">
      {notes.size > 0 ? (
        <div>
          <h4 className="font-sans text-sm font-semibold text-ink">{t('notesTitle')}</h4>
          <ol className="mt-1 list-decimal space-y-1.5 pl-5">
            {[...notes.keys()].map((slug) => {
              const caveat = caveats.get(slug)
              return caveat === undefined ? null : (
                <li
                  key={slug}
                  id={`noot-${slug}`}
                  className="max-w-measure scroll-mt-8 target:text-ink"
                >
                  <Dutch>{caveat.finding}</Dutch>
                </li>
              )
            })}
          </ol>
        </div>
      ) : null}
      <div>
        <h4 className="font-sans text-sm font-semibold text-ink">{t('sourcesTitle')}</h4>
        <ul className="mt-1 space-y-1">
          {[...sources.values()].map((source) => (
            <li key={source.slug}>
              <Dutch>
                {source.url === null ? (
                  source.name
                ) : (
                  <ExternalLink href={source.url}>{source.name}</ExternalLink>
                )}
              </Dutch>
            </li>
          ))}
        </ul>
        {refs.length === 0 ? null : (
          <p className="mt-1">
            {t.rich('readIn', { refs: () => <Dutch>{refs.join(', ')}</Dutch> })}
          </p>
        )}
      </div>
    </div>
  )
}
