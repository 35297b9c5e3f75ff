import { getTranslations } from 'next-intl/server'
import { useTranslations } from 'next-intl'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { DataTable, type Column } from '@/components/base/ui/data-table'
import { Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { ParameterValue } from '@/lib/base/http/parameters'
import { choiceValue } from '@/lib/exchange/comparison/rules'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import { loadReaderRegion, loadSuitability, type Suitability } from '@/lib/site/suitability/loaders'
import type { Line } from '@/lib/site/suitability/types'
import { lineKey, LineText, LineTitle, StateWord } from './line-text'
import { RegionForm } from './region-form'

interface Beside {
  initiative: InitiativeView
  found: Suitability
}

interface Props {
  initiatives: readonly InitiativeView[]
  locale: Locale
  asked: ParameterValue
}

/** The compared initiatives beside the region of the reader, by the same lines as on their pages. */
export async function CompareSuitability({ initiatives, locale, asked }: Props) {
  const [t, reader] = await Promise.all([
    getTranslations({ locale, namespace: 'suitability' }),
    loadReaderRegion(asked),
  ])
  const { region } = reader
  const beside = region
    ? await Promise.all(
        initiatives.map(async (initiative) => {
          const found = await loadSuitability(initiative, region)
          return found ? [{ initiative, found }] : []
        }),
      )
    : []
  return (
    <Section id="past" title={t('compare.title')} lead={t('compare.lead')}>
      <RegionForm
        reader={reader}
        action={`${getPathname({ href: '/compare', locale })}#past`}
        kept={{ i: choiceValue(initiatives.map(({ slug }) => slug)) }}
      />
      {region === null ? null : (
        <div className="mt-6">
          <BesideTable beside={beside.flat()} region={region.name} />
          <p className="mt-3 max-w-measure text-sm text-muted">{t('caution')}</p>
        </div>
      )}
    </Section>
  )
}

const KINDS = ['place', 'size', 'group', 'sectors', 'challenges'] as const

function Cell({ lines, found }: { lines: readonly Line[]; found: Suitability }) {
  return (
    <ul className="min-w-48 space-y-3">
      {lines.map((line) => (
        <li key={lineKey(line)}>
          <StateWord state={line.state} />{' '}
          {line.kind === 'group' ? (
            <strong className="font-semibold">
              <LineTitle line={line} labels={found.labels} />:{' '}
            </strong>
          ) : null}
          <LineText line={line} region={found.own.name} labels={found.labels} />
        </li>
      ))}
    </ul>
  )
}

function BesideTable({ beside, region }: { beside: readonly Beside[]; region: string }) {
  const t = useTranslations('suitability')
  const columns: [Column<Beside>, ...Column<Beside>[]] = [
    {
      key: 'initiative',
      header: t('compare.initiative'),
      cell: ({ initiative }) => initiative.title,
    },
    {
      key: 'found',
      header: t('compare.found'),
      cell: ({ found }) => <EvidenceWord evidence={found.evidence} />,
    },
    ...KINDS.map((kind) => ({
      key: kind,
      header: t(`point.${kind}`),
      cell: ({ found }: Beside) => (
        <Cell lines={found.lines.filter((line) => line.kind === kind)} found={found} />
      ),
    })),
    {
      key: 'experience',
      header: t('compare.experience'),
      cell: ({ found }) => t('compare.experienceCount', { count: found.takenOver.length }),
    },
  ]
  return (
    <DataTable
      caption={t('compare.caption', { region })}
      columns={columns}
      rows={beside}
      rowKey={({ initiative }) => initiative.slug}
    />
  )
}
