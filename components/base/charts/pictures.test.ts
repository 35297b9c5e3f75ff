import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.tsx'),
)
const CHARTS =
  /<(?:MoneyFlow|MeasurementChart|SevenLines|Radar|OverlayLines|SplitBars|ShareStrip|TileMap|SeenLines|ScoreDistribution)[\s/>]/
const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8')
const tokens = new Set(
  [...(/:root \{([^}]*)\}/.exec(css)?.[1] ?? '').matchAll(/--([a-z-]+):/g)].map(([, name]) => name),
)

describe('charts', () => {
  const users = files.filter((path) => CHARTS.test(read(path)))

  it('are found', () => {
    expect(users.length).toBeGreaterThanOrEqual(10)
  })

  it.each(users)('of %s can be taken along as a picture', (path) => {
    expect(read(path)).toMatch(/\bpicture=\{/)
  })

  it.each(files.filter((path) => path.startsWith('base/charts/')))(
    'of %s have colours that a picture knows',
    (path) => {
      const names = [...read(path).matchAll(/\b(?:fill|stroke)-([a-z]+(?:-[a-z]+)*)\b/g)].map(
        ([, name]) => name!,
      )
      expect(
        names.filter((name) => !tokens.has(name) && name !== 'width' && name !== 'dasharray'),
      ).toEqual([])
    },
  )
})
