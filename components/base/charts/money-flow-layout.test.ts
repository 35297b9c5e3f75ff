import { describe, expect, it } from 'vitest'
import { layoutMoneyFlow, twoLines } from './money-flow-layout'

const rows = [
  { provider: 'Rijk', via: 'Loket', goal: 'Een loket', euro: 300 },
  { provider: 'Gemeente', via: 'Loket', goal: 'Een loket', euro: 100 },
  { provider: 'Gemeente', via: 'Coach', goal: 'Werk', euro: 50 },
]

describe('layoutMoneyFlow', () => {
  it('makes a bar for each name with the money that runs through it', () => {
    const { nodes } = layoutMoneyFlow(rows)
    expect(
      nodes.map(
        ({ column, title, rows: own }) =>
          `${column} ${title} ${own.map(({ euro }) => euro).join('+')}`,
      ),
    ).toEqual([
      '0 Rijk 300',
      '0 Gemeente 100+50',
      '1 Loket 300+100',
      '1 Coach 50',
      '2 Een loket 300+100',
      '2 Werk 50',
    ])
  })

  it('keeps as much money between the first columns as between the last', () => {
    const { ribbons } = layoutMoneyFlow(rows)
    const sum = (column: number) =>
      ribbons
        .filter(({ from }) => from.column === column)
        .reduce((total, { euro }) => total + euro, 0)
    expect([sum(0), sum(1)]).toEqual([450, 450])
  })

  it('never lets two bars of a column overlap', () => {
    const { nodes, height } = layoutMoneyFlow(rows)
    for (const node of nodes) {
      const next = nodes.find((other) => other.column === node.column && other.y > node.y)
      expect(node.y + node.height).toBeLessThanOrEqual(next?.y ?? height)
    }
  })
})

describe('twoLines', () => {
  it('shortens only what does not fit', () => {
    expect(twoLines('Kort', 10)).toEqual(['Kort'])
    expect(twoLines('Een doel met veel woorden erin', 10)).toEqual(['Een doel', 'met veel…'])
  })
})
