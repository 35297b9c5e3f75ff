// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInDutch } from '@/lib/base/testing/render'
import type { GroupCount } from '@/lib/monitor/gaps/types'
import type { Line } from '@/lib/site/suitability/types'
import { LineText } from './line-text'

const count = (name: string, value: number): GroupCount => ({
  group: 'gwu',
  region: { slug: name, name, type: 'labour_market' },
  counter: 'uwv',
  value,
  unit: 'personen',
  decimals: 0,
  qualifier: 'exact',
  periodCode: '2024JJ00',
  periodLabel: '2024',
  periodStart: '2024-01-01',
  caveats: [],
  reportRef: null,
  source: { name: 'UWV (basisbestand)' } as unknown as GroupCount['source'],
})

const text = (line: Line): string => {
  renderInDutch(
    <p data-testid="line">
      <LineText line={line} region="Twente" labels={new Map()} />
    </p>,
  )
  return screen.getByTestId('line').textContent
}

describe('LineText', () => {
  it('gives both figures with their place, source and year', () => {
    const [own, other] = [count('Twente', 20_000), count('Groningen', 60_000)]
    expect(text({ kind: 'size', state: 'differs', own, other })).toBe(
      'Niet evenveel geregistreerde werkzoekenden: 20.000 in Twente en 60.000 in Groningen (UWV, 2024).',
    )
  })

  it('gives the one figure that is known, and says what was not counted', () => {
    const own = count('Twente', 20_000)
    expect(text({ kind: 'size', state: 'unknown', own, other: null })).toBe(
      'Aantal geregistreerde werkzoekenden in Twente: 20.000 (UWV, 2024). Waar dit initiatief loopt, is dat niet geteld.',
    )
  })

  it('names a larger area beside a group that was not counted', () => {
    const around = {
      ...{ slug: 'gwu', people: 9_000, regionName: 'Overijssel' },
      ...{ sourceName: 'CBS, enquête', periodLabel: '2024' },
    }
    expect(
      text({ kind: 'group', group: 'jongeren', state: 'unknown', own: null, other: null, around }),
    ).toBe(
      'Het aantal jongeren is in geen van beide regio’s geteld. In Overijssel: 9.000 (CBS, 2024).',
    )
  })

  it('tells a sector that is new here from one that nobody names', () => {
    expect(text({ kind: 'sectors', state: 'differs', shared: [], missing: ['zorg'] })).toBe(
      'Over zorg gaat in Twente nog geen gepubliceerd initiatief.',
    )
  })

  it('tells an initiative that names nothing', () => {
    expect(text({ kind: 'sectors', state: 'unknown', shared: [], missing: [] })).toBe(
      'Dit initiatief noemt geen sector.',
    )
  })
})
