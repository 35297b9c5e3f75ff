'use client'

/* A client component: React hides streamed pieces with a style that the content policy forbids. */

const MAX_FIGURES = 60
const PER_ROW = 20
const WIDTH = 280

type Part = 'gained' | 'anyway' | 'lost' | 'not'

const LOOK: Readonly<Record<Part, string>> = {
  gained: 'fill-green stroke-green',
  anyway: 'fill-edge stroke-edge',
  lost: 'fill-paper stroke-clay',
  not: 'fill-paper stroke-edge',
}

function partOf(place: number, numerator: number, without: number): Part {
  if (place < Math.min(without, numerator)) return 'anyway'
  if (place < numerator) return 'gained'
  return place < without ? 'lost' : 'not'
}

const PARTS: readonly Part[] = ['anyway', 'gained', 'lost', 'not']

function figure(place: number): string {
  const cx = (place % PER_ROW) * 14 + 7
  const top = Math.floor(place / PER_ROW) * 16 + 2
  return `M${(cx - 2.4).toFixed(1)} ${top + 3}a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0zM${(cx - 3.6).toFixed(1)} ${top + 12}v-2a3.6 3.6 0 0 1 7.2 0v2z`
}

function People({ numerator, n, without }: { numerator: number; n: number; without: number }) {
  const places = Array.from({ length: n }, (_, place) => place)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.min(n, PER_ROW) * 14} ${Math.ceil(n / PER_ROW) * 16}`}
      className="chart mt-2 h-auto w-full max-w-xs"
    >
      {PARTS.map((part) => (
        <path
          key={part}
          className={LOOK[part]}
          strokeWidth="1"
          strokeDasharray={part === 'lost' ? '2 1.5' : undefined}
          d={places
            .filter((place) => partOf(place, numerator, without) === part)
            .map(figure)
            .join('')}
        />
      ))}
    </svg>
  )
}

function Bar({ numerator, n, without }: { numerator: number; n: number; without: number }) {
  const edges = [0, Math.min(without, numerator), numerator, Math.max(without, numerator), n]
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} 16`}
      className="chart mt-2 h-auto w-full max-w-xs"
    >
      {PARTS.map((part, index) => {
        const [from, to] = [edges[index] ?? 0, edges[index + 1] ?? 0]
        return to > from ? (
          <rect
            key={part}
            x={(from / n) * WIDTH + 0.5}
            y="1"
            width={Math.max(0.5, ((to - from) / n) * WIDTH - 1)}
            height="14"
            strokeWidth="1"
            className={LOOK[part]}
            strokeDasharray={part === 'lost' ? '3 2' : undefined}
          />
        ) : null
      })}
    </svg>
  )
}

export function PeopleKey({ part }: { part: Part }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className="chart size-3 shrink-0">
      <rect
        x="1"
        y="1"
        width="10"
        height="10"
        className={LOOK[part]}
        strokeDasharray={part === 'lost' ? '2 1.5' : undefined}
      />
    </svg>
  )
}

export function PeopleDrawing(drawing: { numerator: number; n: number; without: number }) {
  return drawing.n <= MAX_FIGURES ? <People {...drawing} /> : <Bar {...drawing} />
}
