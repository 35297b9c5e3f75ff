import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import { Dutch, FigureCell, FigureNumber, FigurePeriod, RegionName } from './figure-text'

interface Headline {
  title: string
  explanation: string
  figure: ContextFigure | undefined
  share?: ContextFigure | undefined
}

function Count({ headline, notes }: { headline: Headline; notes: ReadonlyMap<string, number> }) {
  const t = useTranslations('indicators')
  const { figure, share } = headline
  return (
    <div className="border-t-2 border-edge pt-3">
      <h4 className="font-sans text-sm font-semibold text-muted">{headline.title}</h4>
      {figure === undefined ? (
        <p className="mt-1">{t('noFigureHere')}</p>
      ) : (
        <>
          <p className="mt-1 font-serif text-2xl leading-tight">
            <FigureCell figure={figure} notes={notes} withUnit />
          </p>
          {share === undefined ? null : (
            <p>
              {t.rich('shareOfPopulation', {
                share: () => <FigureCell figure={share} notes={notes} />,
              })}
            </p>
          )}
          <p className="text-sm text-muted">
            <RegionName region={figure.region} />, <FigurePeriod figure={figure} />
            {figure.note === null ? null : (
              <span className="block">
                <Dutch>{figure.note}</Dutch>
              </span>
            )}
          </p>
        </>
      )}
      <p className="mt-2 max-w-measure text-sm text-muted">{headline.explanation}</p>
    </div>
  )
}

/** CBS and UWV overlap in part, so they are never added up. */
export function TwoCounts({
  survey,
  share,
  registered,
  overlap,
  notes,
}: {
  survey: ContextFigure | undefined
  share: ContextFigure | undefined
  registered: ContextFigure | undefined
  overlap: readonly ContextFigure[]
  notes: ReadonlyMap<string, number>
}) {
  const t = useTranslations('indicators')
  return (
    <div>
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 sm:grid-cols-2">
        <Count
          headline={{
            title: t('surveyTitle'),
            explanation: t('surveyExplained'),
            figure: survey,
            share,
          }}
          notes={notes}
        />
        <Count
          headline={{
            title: t('registerTitle'),
            explanation: t('registerExplained'),
            figure: registered,
          }}
          notes={notes}
        />
      </div>
      <OverlapWarning overlap={overlap} />
    </div>
  )
}

export function OverlapWarning({ overlap }: { overlap: readonly ContextFigure[] }) {
  const t = useTranslations('indicators')
  const number = (slug: string) => {
    const figure = overlap.find((row) => row.indicator.slug === slug)
    return figure === undefined ? null : <FigureNumber figure={figure} />
  }
  const [first] = overlap
  return (
    <div className="mt-5 border-l-4 border-straw bg-straw-wash p-4 text-sm">
      <p className="font-semibold">{t('neverSum')}</p>
      {first === undefined ? null : (
        <p className="mt-1 max-w-measure">
          {t.rich('overlap', {
            both: () => number('overlap-oap-gwu'),
            ofSurvey: () => number('overlap-aandeel-in-oap'),
            ofRegister: () => number('overlap-aandeel-in-gwu'),
            period: () => <FigurePeriod figure={first} />,
          })}{' '}
          <TextLink href="/method">{t('howCounted')}</TextLink>
        </p>
      )}
    </div>
  )
}
