export interface FlowRow {
  provider: string
  via: string
  goal: string
  euro: number
}

export interface FlowNode<Row extends FlowRow = FlowRow> {
  column: 0 | 1 | 2
  title: string
  rows: readonly Row[]
  y: number
  height: number
}

export interface FlowRibbon {
  from: Pick<FlowNode, 'column' | 'title'>
  to: Pick<FlowNode, 'column' | 'title'>
  euro: number
  path: string
}

export interface FlowLayout<Row extends FlowRow = FlowRow> {
  width: number
  height: number
  nodes: FlowNode<Row>[]
  ribbons: FlowRibbon[]
}

export const FLOW_WIDTH = 960
export const NODE_WIDTH = 10
export const COLUMN_X = [0, 400, FLOW_WIDTH - NODE_WIDTH] as const
const ROOM = 46
const SCALE_HEIGHT = 320
const TOP = 8

/** Columns of bars as high as their money. Rows keep their order, so the picture is stable. */
export function layoutMoneyFlow<Row extends FlowRow>(rows: readonly Row[]): FlowLayout<Row> {
  const total = rows.reduce((sum, row) => sum + row.euro, 0)
  const scale = total === 0 ? 0 : SCALE_HEIGHT / total
  const names = (['provider', 'via', 'goal'] as const).map((key) => [
    ...new Set(rows.map((row) => row[key])),
  ])
  const nodes = new Map<string, FlowNode<Row>>()
  let height = 0
  names.forEach((titles, index) => {
    const column = index as 0 | 1 | 2
    const key = (['provider', 'via', 'goal'] as const)[column]
    let y = TOP
    for (const title of titles) {
      const own = rows.filter((row) => row[key] === title)
      const node = {
        column,
        title,
        rows: own,
        y,
        height: Math.max(2, own.reduce((sum, row) => sum + row.euro, 0) * scale),
      }
      nodes.set(`${column} ${title}`, node)
      y += Math.max(node.height + 14, ROOM)
    }
    height = Math.max(height, y)
  })
  const used = new Map<string, number>()
  const take = (node: FlowNode<Row>, side: 'in' | 'out', size: number) => {
    const key = `${node.column} ${node.title} ${side}`
    const at = used.get(key) ?? 0
    used.set(key, at + size)
    return node.y + at
  }
  const pairs = new Map<string, { from: FlowNode<Row>; to: FlowNode<Row>; euro: number }>()
  for (const row of rows) {
    for (const [a, b] of [
      [`0 ${row.provider}`, `1 ${row.via}`],
      [`1 ${row.via}`, `2 ${row.goal}`],
    ] as const) {
      const [from, to] = [nodes.get(a), nodes.get(b)]
      if (!from || !to) continue
      const pair = pairs.get(`${a}|${b}`) ?? { from, to, euro: 0 }
      pairs.set(`${a}|${b}`, { ...pair, euro: pair.euro + row.euro })
    }
  }
  const ribbons = [...pairs.values()].map(({ from, to, euro }) => {
    const size = Math.max(1, euro * scale)
    const [y1, y2] = [take(from, 'out', size), take(to, 'in', size)]
    const [x1, x2] = [COLUMN_X[from.column] + NODE_WIDTH, COLUMN_X[to.column]]
    const middle = (x1 + x2) / 2
    const round = (value: number) => Math.round(value * 10) / 10
    const path = `M${x1} ${round(y1)}C${middle} ${round(y1)} ${middle} ${round(y2)} ${x2} ${round(y2)}V${round(y2 + size)}C${middle} ${round(y2 + size)} ${middle} ${round(y1 + size)} ${x1} ${round(y1 + size)}Z`
    return { from, to, euro, path }
  })
  return { width: FLOW_WIDTH, height, nodes: [...nodes.values()], ribbons }
}

export function twoLines(title: string, max: number): string[] {
  const lines: string[] = ['']
  for (const word of title.split(' ')) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' ? word : `${last} ${word}`
    if (longer.length <= max) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const [first = '', second] = lines
  if (second === undefined) return [first.slice(0, max)]
  const rest = lines.length > 2 || second.length > max ? `${second.slice(0, max - 1)}…` : second
  return [first.slice(0, max), rest]
}
