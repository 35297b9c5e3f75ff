import type { Indicators } from './indicator-file'

export function referenceFigureRows({ dutch }: Indicators) {
  const blank = {
    periodLabel: null,
    regionCode: null,
    indicator: null,
    formula: null,
    sourceName: null,
    sourceUrl: null,
    reportRef: null,
    note: null,
  }
  return [
    ...dutch.definitionThresholds.map(({ slug, label, unit, value, reportRef, indicator }) => ({
      ...blank,
      slug: `grens-${slug}`,
      kind: 'threshold',
      label,
      unit,
      value,
      reportRef,
      indicator,
    })),
    ...dutch.derived.items.flatMap((item) =>
      Object.entries(item.values).map(([regionCode, value]) => ({
        ...blank,
        slug: `${item.id}-${regionCode.toLowerCase()}`,
        kind: 'derived',
        label: item.label,
        unit: item.unit,
        periodLabel: item.period,
        regionCode,
        indicator: item.indicator,
        value,
        formula: item.formula,
        note: dutch.derived.note,
      })),
    ),
    ...dutch.externalReference.items.flatMap((item) =>
      Object.entries(item.values).map(([regionCode, value]) => ({
        ...blank,
        slug: `extern-${item.indicator}-${regionCode.toLowerCase()}`,
        kind: 'external',
        label: item.label,
        unit: item.unit,
        periodLabel: item.period,
        regionCode,
        value,
        sourceName: item.source,
        sourceUrl: item.url,
        note: dutch.externalReference.note,
      })),
    ),
  ]
}
