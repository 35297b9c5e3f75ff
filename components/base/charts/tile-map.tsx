import { COLUMNS, ROWS, TILES } from './tile-map-layout'

export interface RegionFigure {
  code: string
  href: string
  name: string
  value: number | null
  label: string
}

const SIZE = 100
const GAP = 6
const WIDE = 12

export function tileLines(name: string): string[] {
  const lines: string[] = []
  for (const word of name.replaceAll('/', '/ ').split(/[\s]+|(?<=-)/)) {
    const last = lines.at(-1)
    const glue = last?.endsWith('-') ? '' : ' '
    if (last !== undefined && (last + glue + word).length <= 11)
      lines[lines.length - 1] = last + glue + word
    else lines.push(word)
  }
  return lines.slice(0, 3)
}

const look = (value: number | null) => {
  if (value === null || value === 0)
    return { box: 'fill-wash stroke-hairline', text: 'fill-muted', figure: 'fill-muted' }
  return { box: 'fill-green stroke-green', text: 'fill-on-green', figure: 'fill-on-green' }
}

function RegionTileLink({ region }: { region: RegionFigure & { column: number; row: number } }) {
  const { box, text, figure } = look(region.value)
  const x = region.column * SIZE + GAP / 2
  const y = region.row * SIZE + GAP / 2
  const lines = tileLines(region.name)
  return (
    <a href={region.href} aria-label={`${region.name}: ${region.label}`} className="tile">
      <rect
        x={x}
        y={y}
        width={SIZE - GAP}
        height={SIZE - GAP}
        rx="6"
        strokeWidth="1.5"
        className={box}
      />
      <text
        x={x + 9}
        y={y + 20}
        fontSize={lines.some((line) => line.length > WIDE) ? 11.5 : 13}
        className={text}
      >
        {lines.map((line, index) => (
          <tspan key={index} x={x + 9} dy={index === 0 ? 0 : 15}>
            {/[-/]$/.test(line) ? line : `${line} `}
          </tspan>
        ))}
      </text>
      {region.value === null || region.value === 0 ? null : (
        <text
          x={x + SIZE - GAP - 9}
          y={y + SIZE - GAP - 10}
          textAnchor="end"
          fontSize="24"
          fontWeight="600"
          className={`font-serif tabular ${figure}`}
        >
          {region.value}
        </text>
      )}
    </a>
  )
}

export function TileMap({ figures, label }: { figures: readonly RegionFigure[]; label: string }) {
  const placed = figures
    .flatMap((figure) => {
      const cell = TILES[figure.code]
      return cell ? [{ ...figure, column: cell[0], row: cell[1] }] : []
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
  return (
    <svg
      role="group"
      aria-label={label}
      viewBox={`0 0 ${COLUMNS * SIZE} ${ROWS * SIZE}`}
      className="chart h-auto w-full max-w-xl"
    >
      {placed.map((region) => (
        <RegionTileLink key={region.code} region={region} />
      ))}
    </svg>
  )
}

const tilePath = (codes: readonly string[]) =>
  codes
    .flatMap((code) => {
      const tile = TILES[code]
      return tile ? [`M${tile[0]}.1 ${tile[1]}.1h.8v.8h-.8z`] : []
    })
    .join('')
const ALL_TILES = tilePath(Object.keys(TILES))

/** Decorative beside the region's name; one path, because lists hold many. */
export function RegionTile({ codes }: { codes: readonly string[] }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${COLUMNS} ${ROWS}`}
      className="chart inline-block h-9 w-auto shrink-0"
    >
      <path d={ALL_TILES} className="fill-hairline" />
      <path d={tilePath(codes)} className="fill-clay" />
    </svg>
  )
}
