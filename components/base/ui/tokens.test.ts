import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8')

function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  )
}

const THEMES = {
  light: tokens(':root {'),
  dark: tokens(":root[data-theme='dark'] {"),
  system: tokens(":root:not([data-theme='light']) {"),
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** At least 4.5. */
const TEXT = [
  ['ink', 'paper'],
  ['ink', 'wash'],
  ['ink', 'raised'],
  ['muted', 'paper'],
  ['muted', 'wash'],
  ['muted', 'raised'],
  ['green', 'paper'],
  ['green', 'raised'],
  ['green', 'wash'],
  ['green', 'green-wash'],
  ['green-deep', 'green-wash'],
  ['on-green', 'green'],
  ['on-green', 'green-deep'],
  ['clay', 'paper'],
  ['clay', 'raised'],
  ['clay', 'clay-wash'],
  ['clay', 'wash'],
  ['ink', 'clay-wash'],
  ['ink', 'straw-wash'],
  ['ink', 'sky-wash'],
  ['ink', 'green-wash'],
  ['muted', 'green-wash'],
  ['sky', 'paper'],
  ['sky', 'sky-wash'],
] as const

/** At least 3. */
const MARKS = [
  ['edge', 'paper'],
  ['edge', 'raised'],
  ['edge', 'wash'],
  ['sky', 'paper'],
  ['clay', 'paper'],
  ['green', 'paper'],
] as const

describe.each(Object.entries(THEMES))('the %s theme', (_, theme) => {
  it.each(TEXT)('sets %s on %s readably', (front, back) => {
    expect(contrast(theme.get(front)!, theme.get(back)!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(MARKS)('draws %s on %s visibly', (front, back) => {
    expect(contrast(theme.get(front)!, theme.get(back)!)).toBeGreaterThanOrEqual(3)
  })
})

it('has the same dark colours by choice and by device', () => {
  expect([...THEMES.system]).toEqual([...THEMES.dark])
})
