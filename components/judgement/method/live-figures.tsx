import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EvidenceSpread } from '@/components/knowledge/evidence/evidence-spread'
import { ScoreDistribution } from '@/components/base/charts/score-distribution'
import { DataTable } from '@/components/base/ui/data-table'
import { Figure } from '@/components/base/ui/figure'
import { EmptyState, ExampleMark } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { CriterionView } from '@/lib/judgement/assessments/types'
import { loadMethodFigures } from '@/lib/judgement/method/loaders'
import type { MethodFigures } from '@/lib/judgement/method/types'

interface Props {
  figures: MethodFigures
  criteria: readonly CriterionView[]
  locale: Locale
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

function DistributionTable({
  distributions,
  label,
}: {
  distributions: MethodFigures['distributions']
  label: (slug: string) => string
}) {
  const t = useTranslations('method.figures')
  return (
    <DataTable
      caption={t('distributionTitle')}
      captionHidden
      rows={distributions}
      rowKey={(row) => row.criterion}
      columns={[
        { key: 'criterion', header: t('criterion'), cell: (row) => label(row.criterion) },
        ...[1, 2, 3, 4, 5].map((point) => ({
          key: String(point),
          header: t('point', { point }),
          cell: (row: MethodFigures['distributions'][number]) => row.counts[point - 1] ?? 0,
          numeric: true,
        })),
        { key: 'cannot', header: t('cannot'), cell: (row) => row.cannotJudge, numeric: true },
      ]}
    />
  )
}

async function Distributions({ figures, criteria, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'method.figures' })
  const label = (slug: string) => {
    const criterion = criteria.find((one) => one.slug === slug)
    return labelIn(locale, criterion) ?? slug
  }
  const distributionText = (counts: readonly number[]) => {
    const most = Math.max(...counts)
    const points = counts.flatMap((count, index) => (count === most ? [index + 1] : []))
    return most === 0
      ? t('noScores')
      : t('mostOften', { points: points.join(', '), count: most, all: sum(counts) })
  }
  return (
    <Figure
      className="mt-8"
      caption={t('distributionCaption')}
      picture={{
        id: 'grafiek-scores',
        title: t('distributionTitle'),
        page: getPathname({ href: '/method', locale }),
      }}
      table={{
        label: t('distributionTable'),
        content: <DistributionTable distributions={figures.distributions} label={label} />,
      }}
    >
      <h3>{t('distributionTitle')}</h3>
      <ul data-picture="rows" className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {figures.distributions.map(({ criterion, counts, cannotJudge }) => (
          <li key={criterion} className="border-t border-hairline pt-3">
            <p className="font-semibold">{label(criterion)}</p>
            <p className="text-sm text-muted">
              {distributionText(counts)}{' '}
              {cannotJudge > 0 ? t('cannotCount', { count: cannotJudge }) : null}
            </p>
            <div className="mt-2">
              <ScoreDistribution counts={counts} />
            </div>
          </li>
        ))}
      </ul>
    </Figure>
  )
}

async function AgreementText({ alpha, locale }: { alpha: MethodFigures['alpha']; locale: Locale }) {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: 'method.figures' }),
    getFormatter({ locale }),
  ])
  const number = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <div className="mt-8 max-w-measure">
      <h3>{t('agreementTitle')}</h3>
      {alpha === null ? (
        <p className="mt-2">{t('agreementNone')}</p>
      ) : (
        <>
          <p className="mt-2 font-serif text-xl">{t(`agreement.${alpha.agreement}`)}</p>
          <p className="mt-1">
            {t('alpha', { alpha: number(alpha.value) })}{' '}
            {alpha.interval === null
              ? t('alphaNoInterval')
              : t('alphaInterval', {
                  low: number(alpha.interval.low),
                  high: number(alpha.interval.high),
                })}
          </p>
        </>
      )}
      <p className="mt-1 text-sm text-muted">{t('alphaMeans')}</p>
    </div>
  )
}

async function Levels({
  evidence,
  locale,
}: {
  evidence: MethodFigures['evidence']
  locale: Locale
}) {
  const t = await getTranslations({ locale, namespace: 'method.figures' })
  if (evidence.length === 0) return null
  return (
    <div className="mt-8 max-w-measure">
      <h3 className="mb-3">{t('levelsTitle')}</h3>
      <EvidenceSpread counts={evidence} />
    </div>
  )
}

export async function LiveFigures({ criteria, locale }: Omit<Props, 'figures'>) {
  const [t, figures] = await Promise.all([
    getTranslations({ locale, namespace: 'method.figures' }),
    loadMethodFigures(),
  ])
  const { initiatives, judged, panels, assessors, regions, lines, divided, examples } = figures
  return (
    <>
      <p className="max-w-measure text-lg">{t('state', { initiatives, judged, panels })}</p>
      {judged === 0 ? (
        <EmptyState title={t('none')} className="mt-6">
          {t('noneWhy')}
        </EmptyState>
      ) : (
        <>
          <p className="mt-2 max-w-measure">{t('who', { assessors, regions })}</p>
          <p className="mt-2 max-w-measure">
            {lines === 0
              ? t('dividedNone')
              : t('divided', { divided, lines, share: Math.round((divided / lines) * 100) })}
          </p>
          {examples > 0 ? (
            <p className="mt-3">
              <ExampleMark>{t('examples', { count: examples })}</ExampleMark>
            </p>
          ) : null}
          <AgreementText alpha={figures.alpha} locale={locale} />
          <Distributions figures={figures} criteria={criteria} locale={locale} />
        </>
      )}
      <Levels evidence={figures.evidence} locale={locale} />
    </>
  )
}
