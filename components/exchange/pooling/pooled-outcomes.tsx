import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ForestPlot } from '@/components/base/charts/forest-plot'
import { DataTable } from '@/components/base/ui/data-table'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Figure } from '@/components/base/ui/figure'
import { TextLink } from '@/components/base/ui/text'
import { DirectionMark } from '@/components/knowledge/evidence/direction-mark'
import { labelIn } from '@/lib/base/text/label'
import { loadPools } from '@/lib/exchange/pooling/loaders'
import type { Line, OutcomePools, Pool, Study } from '@/lib/exchange/pooling/types'
import { perHundred, spanText, verdictText } from './pool-text'

const MAX_LABEL = 34
const short = (text: string) =>
  text.length > MAX_LABEL ? `${text.slice(0, MAX_LABEL - 1).trimEnd()}…` : text

function StudyLink({ study: { member, measurement } }: { study: Study }) {
  return (
    <TextLink
      href={{
        pathname: '/initiatives/[slug]/measurements/[id]',
        params: { slug: member.slug, id: measurement.id },
      }}
      prefetch={false}
    >
      {member.title}
    </TextLink>
  )
}

function Counts({ line: { part, counts } }: { line: Line }) {
  const t = useTranslations('pooling')
  return (
    <span className="block min-w-32">
      {counts === null ? t('counts.alone', part) : t('counts.compared', counts)}
    </span>
  )
}

function StudyName({ study }: { study: Study }) {
  const t = useTranslations('pooling')
  const { region, isHere } = study.member
  return (
    <span className="block min-w-36">
      <StudyLink study={study} />
      <span className="block text-muted">
        {[region, isHere ? t('here') : null].filter((one) => one !== null).join(' · ')}
      </span>
    </span>
  )
}

function Studies({ pool }: { pool: Pool }) {
  const t = useTranslations('pooling')
  const direction = useTranslations('evidence.direction')
  const format = useFormatter()
  return (
    <DataTable
      caption={t('table')}
      captionHidden
      rows={pool.lines}
      rowKey={({ study }) => study.measurement.id}
      columns={[
        {
          key: 'study',
          header: t('column.study'),
          cell: ({ study }) => <StudyName study={study} />,
        },
        {
          key: 'counts',
          header: t('column.counts'),
          cell: (line) => <Counts line={line} />,
        },
        {
          key: 'span',
          header: t(pool.kind === 'alone' ? 'column.share' : 'column.gain'),
          cell: (line) => (
            <span className="block min-w-24 tabular">
              {spanText({ t, format }, pool.kind, line)}
            </span>
          ),
        },
        {
          key: 'direction',
          header: t('column.direction'),
          cell: (line) => (
            <span className="inline-flex items-center gap-1.5">
              <DirectionMark direction={line.direction} />
              {direction(line.direction)}
            </span>
          ),
        },
        ...(pool.result === null
          ? []
          : [
              {
                key: 'weight',
                header: t('column.weight'),
                cell: (line: Line) => format.number(line.weight ?? 0, { style: 'percent' }),
                numeric: true,
              },
            ]),
      ]}
    />
  )
}

/** How far a new place may come out, and how much the studies differ. */
function Spread({ pool: { kind, result } }: { pool: Pool }) {
  const t = useTranslations('pooling')
  const format = useFormatter()
  if (result === null) return null
  const { prediction, i2 } = result
  return (
    <p className="mt-2">
      {t(kind === 'alone' ? 'prediction.alone' : 'prediction.compared', {
        low: perHundred({ format }, kind, prediction.low),
        high: perHundred({ format }, kind, prediction.high),
      })}{' '}
      {/* Rounded down: it is never all of it. */}
      {t('spread', { i2: format.number(Math.floor(i2 * 100) / 100, { style: 'percent' }) })}
    </p>
  )
}

function Forest({ pool }: { pool: Pool }) {
  const t = useTranslations('pooling')
  const format = useFormatter()
  const { kind, lines, result } = pool
  const words = { t, format }
  return (
    <ForestPlot
      label={`${t('plot', { count: lines.length })} ${verdictText(words, pool)}`}
      rows={lines.map((line) => ({
        ...line,
        label: short(line.study.member.title),
        words: spanText(words, kind, line),
      }))}
      total={
        result && {
          ...result,
          label: t('mean'),
          words: spanText(words, kind, result),
          prediction: { ...result.prediction, label: t('predictionLine') },
        }
      }
      ends={kind === 'alone' ? ['', t('people')] : [t('worse'), t('better')]}
      tick={(value) => perHundred(words, kind, value)}
    />
  )
}

function PoolFigure({ pool }: { pool: Pool }) {
  const t = useTranslations('pooling')
  const evidence = useTranslations('evidence')
  const format = useFormatter()
  return (
    <div className="mt-6">
      <h5 className="font-sans text-base font-semibold">
        {t('pool', { kind: t(`kind.${pool.kind}`), horizon: t(`horizon.${pool.horizon}`) })}
      </h5>
      <p className="mt-1 flex items-baseline gap-2">
        <DirectionMark direction={pool.direction} />
        <span>
          <strong className="font-semibold">{evidence(`direction.${pool.direction}`)}.</strong>{' '}
          {verdictText({ t, format }, pool)}
        </span>
      </p>
      <Spread pool={pool} />
      <div className="mt-4 space-y-6">
        <Figure caption={t(pool.kind === 'alone' ? 'caption.alone' : 'caption.compared')}>
          <Forest pool={pool} />
        </Figure>
        <Studies pool={pool} />
      </div>
    </div>
  )
}

function LeftOutList({ left }: Pick<OutcomePools, 'left'>) {
  const t = useTranslations('pooling')
  if (left.length === 0) return null
  return (
    <Disclosure summary={t('left', { count: left.length })} className="mt-4 text-sm">
      <ul className="divide-y divide-hairline">
        {left.map(({ study, reason }) => (
          <li key={study.measurement.id} className="py-2">
            <StudyLink study={study} />: {t(`leftWhy.${reason}`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Outcome({ of }: { of: OutcomePools }) {
  const locale = useLocale()
  const t = useTranslations('pooling')
  return (
    <section className="border-t border-hairline pt-6">
      <h4 className="font-serif text-lg font-semibold">{labelIn(locale, of.outcome)}</h4>
      {of.pools.length === 0 ? <p className="mt-1 text-clay">{t('nothing')}</p> : null}
      {of.pools.map((pool) => (
        <PoolFigure key={`${pool.kind} ${pool.horizon}`} pool={pool} />
      ))}
      <LeftOutList left={of.left} />
    </section>
  )
}

/** The same outcome of an initiative and its adoptions, open to see; nothing where none is shared. */
export async function PooledOutcomes({ initiativeId }: { initiativeId: string }) {
  const [t, pools] = await Promise.all([getTranslations('pooling'), loadPools(initiativeId)])
  if (pools.length === 0) return null
  return (
    <div id="samen" className="mt-12 scroll-mt-6">
      <h3>{t('title')}</h3>
      <p className="mt-1 mb-6 max-w-measure text-muted">
        {t('lead')}{' '}
        <TextLink href={{ pathname: '/method', hash: 'samennemen' }}>{t('rule')}</TextLink>
      </p>
      <div className="space-y-10">
        {pools.map((one) => (
          <Outcome key={one.outcome.slug} of={one} />
        ))}
      </div>
    </div>
  )
}
