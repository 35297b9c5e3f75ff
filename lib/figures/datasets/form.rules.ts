/** From the form about a source to its mapping and back. Source: docs/domain.md, 3.4. */
import { type CbsMapping, cbsMappingSchema } from '@/lib/figures/cbs/schema'
import { type FileMapping, fileMappingSchema } from '@/lib/figures/figure-files/schema'
import type { FormValues } from '@/lib/base/http/action-result'
import { readPeriod } from '@/lib/figures/statistics/rules'
import type { ColumnRole, FileForm, TableForm, TablePreview } from './schema'
import type { DatasetRow, FilePreview } from './types'
import { guessType } from './rules'

const signs = (text: string) =>
  text
    .split(/\s+/)
    .filter((sign) => sign !== '')
    .map((sign) => sign.slice(0, 20))

/** The mapping of a file from its form. */
export function fileMappingOf(form: FileForm): FileMapping {
  const of = (role: ColumnRole) => form.columns.filter((column) => column.role === role)
  const indicatorColumn = of('indicator')[0]?.name
  return fileMappingSchema.parse({
    headerRow: form.headerRow,
    sheet: form.sheet,
    region: of('region')[0]?.name,
    regionType: form.regionType,
    decimalMark: form.decimalMark,
    periodColumn: of('period')[0]?.name,
    period: form.period === '' ? undefined : (readPeriod(form.period) ?? undefined),
    statusColumn: of('status')[0]?.name,
    indicatorColumn,
    indicators:
      indicatorColumn === undefined
        ? {}
        : Object.fromEntries(
            form.codes
              .filter(({ column }) => column === indicatorColumn)
              .map(({ code, indicator }) => [code, indicator === '' ? null : indicator]),
          ),
    values: of('value').map(({ name, indicator, factor }) => ({
      column: name,
      factor,
      ...(indicatorColumn === undefined && { indicator }),
    })),
    missing: {
      ...Object.fromEntries(signs(form.unknown).map((sign) => [sign, 'Missing'])),
      ...Object.fromEntries(signs(form.secret).map((sign) => [sign, 'Confidential'])),
    },
    breakdown: Object.fromEntries(
      of('dimension').map(({ name, dimension }) => [name, dimension === '' ? name : dimension]),
    ),
  })
}

/** The mapping of a CBS table from its form; the titles come from the table itself. */
export function tableMappingOf(form: TableForm, preview: TablePreview): CbsMapping | null {
  const titles = new Map(preview.measures.map(({ code, title }) => [code, title]))
  const measures = form.measures.filter(({ code }) => code !== '')
  if (measures.some(({ code }) => !titles.has(code))) return null
  const others = form.dims.filter(
    ({ name, only }) =>
      only !== '' && name !== form.regionDimension && name !== form.periodDimension,
  )
  const mapping = cbsMappingSchema.safeParse({
    table: preview.table,
    regionDimension: form.regionDimension,
    periodDimension: form.periodDimension,
    ...(form.filter !== '' && { filter: form.filter }),
    measures: Object.fromEntries(
      measures.map(({ code, indicator, factor }) => [
        code,
        { indicator, factor, title: titles.get(code) ?? '' },
      ]),
    ),
    only: Object.fromEntries(others.map(({ name, only }) => [name, only])),
  })
  return mapping.success ? mapping.data : null
}

const factorText = (factor: number) => String(factor).replace('.', ',')

function fileValues(mapping: FileMapping | null, preview: FilePreview): FormValues {
  const role = (name: string): ColumnRole => {
    if (mapping === null) return 'skip'
    const singles = [
      ['region', mapping.region],
      ['period', mapping.periodColumn],
      ['status', mapping.statusColumn],
      ['indicator', mapping.indicatorColumn],
    ] as const
    const single = singles.find(([, column]) => column?.trim().toLowerCase() === name.toLowerCase())
    if (single) return single[0]
    return mapping.values.some(({ column }) => column === name)
      ? 'value'
      : name in mapping.breakdown
        ? 'dimension'
        : 'skip'
  }
  const columns = preview.columns.flatMap(({ name, role: guess }, index) => {
    const value = mapping?.values.find(({ column }) => column === name)
    const at = (field: string) => `columns.${index}.${field}`
    return [
      [at('role'), mapping === null ? guess : role(name)],
      [at('indicator'), value?.indicator ?? ''],
      [at('factor'), factorText(value?.factor ?? 1)],
      [at('dimension'), mapping?.breakdown[name] ?? ''],
    ]
  })
  const codes = preview.columns
    .flatMap((column) => column.codes.map((code) => ({ column: column.name, code })))
    .map(({ column, code }, index) => [
      `codes.${index}.indicator`,
      mapping?.indicatorColumn === column ? (mapping.indicators[code] ?? '') : '',
    ])
  const region = preview.columns.find(({ role: guess }) => guess === 'region')?.name ?? ''
  const missing = Object.entries(
    mapping?.missing ?? { '.': 'Missing', '-': 'Missing', x: 'Confidential', X: 'Confidential' },
  )
  return {
    regionType: mapping === null ? guessType(region) : (mapping.regionType ?? ''),
    period: mapping?.period ?? '',
    decimalMark: mapping?.decimalMark ?? preview.decimalMark,
    unknown: missing
      .filter(([, reason]) => reason !== 'Confidential')
      .map(([sign]) => sign)
      .join(' '),
    secret: missing
      .filter(([, reason]) => reason === 'Confidential')
      .map(([sign]) => sign)
      .join(' '),
    ...Object.fromEntries([...columns, ...codes] as [string, string][]),
  }
}

function tableValues(mapping: CbsMapping | null, preview: TablePreview): FormValues {
  const guess = (word: RegExp) => preview.dimensions.find(({ name }) => word.test(name))?.name ?? ''
  const measures = Object.entries(mapping?.measures ?? {}).flatMap(
    ([code, { indicator, factor }], index) => [
      [`measures.${index}.code`, code],
      [`measures.${index}.indicator`, indicator],
      [`measures.${index}.factor`, factorText(factor)],
    ],
  )
  const dims = preview.dimensions.map(({ name }, index) => [
    `dims.${index}.only`,
    mapping?.only[name] ?? '',
  ])
  return {
    regionDimension: mapping === null ? guess(/regio/i) : (mapping.regionDimension ?? ''),
    periodDimension: mapping?.periodDimension ?? guess(/period/i),
    filter: mapping?.filter ?? '',
    ...Object.fromEntries([...measures, ...dims] as [string, string][]),
  }
}

interface Sample {
  label: string
  file: FilePreview | null
  table: TablePreview | null
}

function sourceValues(dataset: DatasetRow | null, sample: Sample): FormValues {
  const fromLabel = sample.label
    .replace(/\.(csv|xlsx|txt)$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
  return {
    title: dataset?.title ?? sample.table?.title ?? fromLabel,
    source: dataset?.sourceSlug ?? '',
    sourceName: '',
    sourceUrl: '',
    sourceLicence: '',
    isComplete: (dataset?.isComplete ?? sample.table !== null) ? 'on' : '',
    rollup: (dataset?.rollupIds.length ?? 0) > 0 ? 'on' : '',
  }
}

/** The initial values of the form about a source. */
export function formOf(dataset: DatasetRow | null, sample: Sample): FormValues {
  const common = sourceValues(dataset, sample)
  if (sample.table !== null) {
    const mapping = dataset && (cbsMappingSchema.safeParse(dataset.mapping).data ?? null)
    return { ...common, ...tableValues(mapping, sample.table) }
  }
  if (sample.file !== null) {
    const mapping = dataset && (fileMappingSchema.safeParse(dataset.mapping).data ?? null)
    return { ...common, ...fileValues(mapping, sample.file) }
  }
  return common
}
