import type { Locale } from '@/i18n/routing'
import type { Table } from '@/lib/base/files/workbook'
import { OVERLAP_NAMES, UNIT_NAMES } from '@/lib/monitor/chains/import-choices.rules'
import { IMPORT_COLUMNS, importHeader } from '@/lib/monitor/chains/import-columns.rules'
import type { ImportColumn } from '@/lib/monitor/chains/types'
import { paperText } from './paper-text'

interface Choice {
  labelNl: string
  labelEn: string
}

export interface ImportChoices {
  instruments: readonly Choice[]
  fundingTypes: readonly Choice[]
  alignments: readonly Choice[]
}

type Cells = Partial<Record<ImportColumn, string>>

const EXAMPLE_ROWS = ['goal', 'measure', 'indicator'] as const

/** A goal, a measure with money and an indicator, made up; a row that begins so is not imported. */
function exampleRows(locale: Locale, choices: ImportChoices): Cells[] {
  const { t, term } = paperText(locale)
  const first = (of: readonly Choice[]) => of.slice(0, 1).map(term).join('')
  const of = locale === 'nl' ? 0 : 1
  const goal = t('importExample.goalTitle')
  const measure = t('importExample.measureTitle')
  const rows: Record<(typeof EXAMPLE_ROWS)[number], Cells> = {
    goal: {
      description: t('importExample.description'),
      carriedBy: t('importExample.carriedBy'),
      goalStartsOn: '1-1-2026',
      goalEndsOn: '31-12-2028',
      group: '2400',
      planned: '600',
      indicator: t('importExample.indicator'),
      unit: UNIT_NAMES.percent[of],
      lowerIsBetter: t('importExample.no'),
      baseline: '42,5',
      baselineYear: '2025',
      target: '60',
      targetYear: '2028',
    },
    measure: {
      measure,
      instrument: first(choices.instruments),
      responsible: t('importExample.responsible'),
      group: '600',
      planned: '150',
      provider: t('importExample.provider'),
      fundingType: first(choices.fundingTypes),
      amount: t('importExample.amount'),
      overlap: OVERLAP_NAMES.separate[of],
      startsOn: '1-3-2026',
      endsOn: '31-12-2027',
    },
    indicator: {
      measure,
      indicator: t('importExample.measureIndicator'),
      unit: UNIT_NAMES.people[of],
      lowerIsBetter: t('importExample.no'),
      value: '35',
      valueYear: '2026',
    },
  }
  return EXAMPLE_ROWS.map((row) => ({ goal, ...rows[row] }))
}

/** Each list under its own header, as columns beside one another. */
function allowedValues(locale: Locale, choices: ImportChoices): Pick<Table, 'header' | 'rows'> {
  const { t, term } = paperText(locale)
  const of = locale === 'nl' ? 0 : 1
  const lists: [ImportColumn, string[]][] = [
    ['instrument', choices.instruments.map(term)],
    ['fundingType', choices.fundingTypes.map(term)],
    ['overlap', Object.values(OVERLAP_NAMES).map((names) => names[of])],
    ['alignment', choices.alignments.map(term)],
    ['unit', Object.values(UNIT_NAMES).map((names) => names[of])],
    ['lowerIsBetter', [t('importExample.yes'), t('importExample.no')]],
  ]
  const longest = Math.max(...lists.map(([, values]) => values.length))
  return {
    header: lists.map(([column]) => importHeader(column, locale)),
    rows: Array.from({ length: longest }, (_, row) =>
      lists.map(([, values]) => values[row] ?? null),
    ),
  }
}

const EXPLAINED = ['order', 'example', 'repeat', 'holder', 'days', 'amounts', 'small'] as const

/** The sheets of the file to fill in: an example, the allowed values, and how it works. */
export function importTemplate(locale: Locale, choices: ImportChoices): Table[] {
  const { t } = paperText(locale)
  return [
    {
      name: t('importSheet'),
      header: IMPORT_COLUMNS.map((column) => importHeader(column, locale)),
      rows: exampleRows(locale, choices).map((row) =>
        IMPORT_COLUMNS.map((column) => row[column] ?? null),
      ),
    },
    { name: t('importAllowed'), ...allowedValues(locale, choices) },
    {
      name: t('importExplained.title'),
      header: [t('importExplained.title')],
      rows: EXPLAINED.map((line) => [t(`importExplained.${line}`)]),
      widths: [100],
    },
  ]
}
