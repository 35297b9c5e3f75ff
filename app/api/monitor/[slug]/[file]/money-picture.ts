import { COLUMN_X, layoutMoneyFlow, NODE_WIDTH, twoLines, type FlowRow } from '@/components/charts/money-flow-layout'

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
const FONT = "font-family='Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif' font-size='13'"

/** The money picture as a drawing by itself: its title and description inside, its colours written out. */
export function moneyPicture(rows: readonly FlowRow[], words: { title: string; description: string; amount: (euro: number) => string }): string {
  const { width, height, nodes, ribbons } = layoutMoneyFlow(rows)
  const bars = nodes.map((node) => {
    const last = node.column === 2
    const x = COLUMN_X[node.column]
    const at = last ? x - 8 : x + NODE_WIDTH + 8
    const lines = twoLines(node.title, 40).map((line, index) => `<tspan x='${at}' dy='${index === 0 ? 0 : 15}'>${escape(line)}</tspan>`).join('')
    return `<rect x='${x}' y='${node.y}' width='${NODE_WIDTH}' height='${node.height}' fill='#14594a'/>`
      + `<text x='${at}' y='${node.y + 12}' text-anchor='${last ? 'end' : 'start'}' fill='#17211d' ${FONT}>${lines}<tspan dx='6' fill='#4f5a54'>${escape(words.amount(node.euro))}</tspan></text>`
  })
  return `<svg xmlns='http://www.w3.org/2000/svg' role='img' viewBox='-16 -16 ${width + 32} ${height + 32}' width='${width + 32}' height='${height + 32}'>`
    + `<title>${escape(words.title)}</title><desc>${escape(words.description)}</desc><rect x='-16' y='-16' width='${width + 32}' height='${height + 32}' fill='#fbfaf6'/>`
    + ribbons.map(({ path }) => `<path d='${path}' fill='#e3eee9' stroke='#dad9d1' stroke-width='0.5'/>`).join('') + `${bars.join('')}</svg>`
}
