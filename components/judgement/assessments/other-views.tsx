import { useFormatter, useTranslations } from 'next-intl'
import { Radar } from '@/components/base/charts/radar'
import type { CriterionLine } from '@/components/base/charts/seven-lines-layout'
import { DataTable, type Column } from '@/components/base/ui/data-table'
import { Disclosure } from '@/components/base/ui/disclosure'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { groupScores } from '@/lib/judgement/assessments/rules'
import type {
  Constituency,
  CriterionProfile,
  RoundProfile,
} from '@/lib/judgement/assessments/types'

type Labelled = (slug: string) => string

function GroupTable({
  profile,
  by,
  label,
}: {
  profile: readonly CriterionProfile[]
  by: 'constituency' | 'regionName'
  label: Labelled
}) {
  const t = useTranslations('assessments.groups')
  const constituencyName = useTranslations('assessments.constituency')
  const names = [
    ...new Set(
      profile.flatMap(({ reasons }) => groupScores(reasons, by).map(({ group }) => group)),
    ),
  ]
  const column = (group: string): Column<CriterionProfile> => ({
    key: group,
    header: by === 'constituency' ? constituencyName(group as Constituency) : group,
    cell: ({ reasons }) =>
      groupScores(reasons, by)
        .find((one) => one.group === group)
        ?.scores.join(', ') || t('none'),
  })
  return (
    <DataTable
      caption={t(by === 'constituency' ? 'constituency' : 'region')}
      rows={profile}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'criterion', header: t('criterion'), cell: ({ slug }) => label(slug) },
        ...names.map(column),
      ]}
    />
  )
}

function HistoryTable({ history, label }: { history: readonly RoundProfile[]; label: Labelled }) {
  const t = useTranslations('assessments.history')
  const format = useFormatter()
  const slugs = history[0]?.lines.map(({ slug }) => slug) ?? []
  const cell = (round: RoundProfile, slug: string) => {
    const line = round.lines.find((one) => one.slug === slug)
    if (!line || line.scores.length === 0 || line.median === null) return t('none')
    if (line.provisional) return t('provisional', { scores: line.scores.join(', ') })
    return line.divided
      ? t('divided', { median: format.number(line.median) })
      : format.number(line.median)
  }
  return (
    <>
      <ul className="mb-4 space-y-1 text-sm text-muted">
        {history.map((one) => (
          <li key={one.round}>
            {t(one.secondLook ? 'second' : 'round', { number: one.round })}:{' '}
            {t('about', {
              date: new Date(one.at),
              count: one.assessors,
              versions: format.list(one.revisionNumbers.map(String)),
            })}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('caption')}
        rows={slugs}
        rowKey={(slug) => slug}
        columns={[
          { key: 'criterion', header: t('criterion'), cell: (slug) => label(slug) },
          ...history.map((one) => ({
            key: String(one.round),
            header: t(one.secondLook ? 'second' : 'round', { number: one.round }),
            cell: (slug: string) => cell(one, slug),
          })),
        ]}
      />
    </>
  )
}

interface OtherViewsProps {
  profile: readonly CriterionProfile[]
  lines: readonly CriterionLine[]
  history: readonly RoundProfile[]
  picture: PictureOf | undefined
}

export function OtherViews({ profile, lines, history, picture }: OtherViewsProps) {
  const t = useTranslations('assessments')
  const charts = useTranslations('charts.radar')
  const labels = new Map(lines.map(({ slug, label }) => [slug, label]))
  const label: Labelled = (slug) => labels.get(slug) ?? slug
  return (
    <div className="mt-2">
      <Disclosure summary={t('groups.summary')} className="text-sm">
        <div className="space-y-8">
          <GroupTable profile={profile} by="constituency" label={label} />
          <GroupTable profile={profile} by="regionName" label={label} />
        </div>
      </Disclosure>
      {history.length < 2 ? null : (
        <Disclosure summary={t('history.summary')} className="text-sm">
          <HistoryTable history={history} label={label} />
        </Disclosure>
      )}
      <Disclosure summary={charts('summary')} className="text-sm">
        <Radar criteria={lines} picture={picture} />
      </Disclosure>
    </div>
  )
}
