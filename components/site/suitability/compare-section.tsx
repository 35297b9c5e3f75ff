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
    <Section
      id="past"
      title={t('compare.title')}
      lead={t('compare.lead')}
      className={region === null ? 'print:hidden' : ''}
    >
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

const KINDS = ['found', 'place', 'size', 'group', 'sectors', 'challenges', 'experience'] as const
type Kind = (typeof KINDS)[number]

/** Who did it, without who only considers it. */
const doneIn = ({ takenOver }: Suitability) =>
  takenOver.filter(({ status }) => status === null || status === 'running' || status === 'stopped')

function Lines({ lines, found }: { lines: readonly Line[]; found: Suitability }) {
  return (
    <ul className="space-y-3">
      {lines.map((line) => (
        <li key={lineKey(line)}>
          <StateWord state={line.state} />{' '}
          {line.kind === 'group' ? (
            <strong className="font-semibold">
              <LineTitle line={line} labels={found.labels} />
              {': '}
            </strong>
          ) : null}
          <LineText line={line} region={found.own.name} labels={found.labels} />
        </li>
      ))}
    </ul>
  )
}

function Cell({ kind, found }: { kind: Kind; found: Suitability }) {
  const t = useTranslations('suitability')
  if (kind === 'found') return <EvidenceWord evidence={found.evidence} />
  if (kind === 'experience') return t('compare.experienceCount', { count: doneIn(found).length })
  const lines = found.lines.filter((line) => line.kind === kind)
  return lines.length === 0 ? t('state.unknown') : <Lines lines={lines} found={found} />
}

function BesideTable({ beside, region }: { beside: readonly Beside[]; region: string }) {
  const t = useTranslations('suitability')
  const columns: [Column<Kind>, ...Column<Kind>[]] = [
    {
      key: 'point',
      header: t('compare.point'),
      cell: (kind) =>
        kind === 'found' || kind === 'experience' ? t(`compare.${kind}`) : t(`point.${kind}`),
    },
    ...beside.map(({ initiative, found }) => ({
      key: initiative.slug,
      header: initiative.title,
      cell: (kind: Kind) => (
        <div className="min-w-48">
          <Cell kind={kind} found={found} />
        </div>
      ),
    })),
  ]
  return (
    <DataTable
      caption={t('compare.caption', { region })}
      columns={columns}
      rows={KINDS}
      rowKey={(kind) => kind}
    />
  )
}
