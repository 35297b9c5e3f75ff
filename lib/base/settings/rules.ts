/**
 * An administrator chooses one colour. The light theme uses it as it is; the dark theme uses a
 * lighter tint of the same hue, made here. Text in that colour and on it needs a contrast of 4.5 in
 * both themes, against each colour that it stands on. A colour that fails is refused, with the one
 * that differs least in lightness and passes.
 * Source: WCAG 2.2, 1.4.3 and "relative luminance"; docs/look.md.
 */
import { SETTING_SCHEMAS } from './schema'
import type { SecondFactorRole, SettingKey, Settings } from './types'

export const SETTING_KEYS = Object.keys(SETTING_SCHEMAS) as SettingKey[]

export const isSettingKey = (text: string): text is SettingKey =>
  SETTING_KEYS.some((key) => key === text)

/** Stored values as settings; a group that is missing or unreadable has its defaults. */
export function toSettings(stored: ReadonlyMap<string, unknown>): Settings {
  return Object.fromEntries(
    SETTING_KEYS.map((key) => {
      const schema = SETTING_SCHEMAS[key]
      const read = schema.safeParse(stored.get(key) ?? {})
      return [key, read.success ? read.data : schema.parse({})]
    }),
  ) as unknown as Settings
}

type Rgb = readonly [number, number, number]
interface Hsl {
  h: number
  s: number
  l: number
}

const MIN_CONTRAST = 4.5
/** Where text in the accent stands, and what stands on its wash; a test compares app/globals.css. */
export const THEMES = {
  light: {
    backs: ['#fbfaf6', '#f2f0e8', '#ffffff'],
    onWash: ['#17211d', '#4f5a54'],
    onAccent: '#ffffff',
    base: '#ffffff',
    tint: 0.11,
  },
  dark: {
    backs: ['#121815', '#1a221e'],
    onWash: ['#eceae2', '#aab4ad'],
    onAccent: '#0b1f19',
    base: '#121815',
    tint: 0.2,
  },
} as const
type ThemeName = keyof typeof THEMES

const toRgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]
const toHex = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

function luminance(hex: string): number {
  const [r, g, b] = toRgb(hex).map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function toHsl(hex: string): Hsl {
  const [r, g, b] = toRgb(hex).map((part) => part / 255) as unknown as Rgb
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)]
  const l = (max + min) / 2
  const span = max - min
  if (span === 0) return { h: 0, s: 0, l }
  const s = span / (1 - Math.abs(2 * l - 1))
  const turn =
    max === r ? ((g - b) / span + 6) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4
  return { h: turn * 60, s, l }
}

function fromHsl({ h, s, l }: Hsl): string {
  const reach = s * Math.min(l, 1 - l)
  const part = (n: number) => {
    const k = (n + h / 30) % 12
    return 255 * (l - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return toHex([part(0), part(8), part(4)])
}

function mix(front: string, back: string, share: number): string {
  const [a, b] = [toRgb(front), toRgb(back)]
  return toHex([0, 1, 2].map((at) => (a[at] ?? 0) * share + (b[at] ?? 0) * (1 - share)) as never)
}

export interface Accent {
  green: string
  deep: string
  wash: string
  onGreen: string
}

const lightness = (hex: string, change: (l: number) => number) => {
  const hsl = toHsl(hex)
  return fromHsl({ ...hsl, l: Math.min(1, Math.max(0, change(hsl.l))) })
}

function accentOf(theme: ThemeName, green: string): Accent {
  const { base, tint, onAccent } = THEMES[theme]
  return {
    green,
    deep: lightness(green, (l) => (theme === 'light' ? l * 0.75 : l + (1 - l) * 0.35)),
    wash: mix(green, base, tint),
    onGreen: onAccent,
  }
}

export interface Shortfall {
  theme: ThemeName
  /** What would be hard to read: text in the colour, text on it, or text on its pale form. */
  what: 'asText' | 'behindText' | 'pale'
  ratio: number
}

/** What is too hard to read with this accent in one theme; empty when all is well. */
function shortfalls(theme: ThemeName, { green, deep, wash, onGreen }: Accent): Shortfall[] {
  const { backs, onWash } = THEMES[theme]
  const lowest = (pairs: readonly (readonly [string, string])[]) =>
    Math.min(...pairs.map(([front, back]) => contrast(front, back)))
  const found = {
    asText: lowest([...backs, wash].map((back) => [green, back] as const)),
    behindText: lowest([
      [onGreen, green],
      [onGreen, deep],
    ]),
    pale: lowest([deep, ...onWash].map((front) => [front, wash] as const)),
  }
  return (['asText', 'behindText', 'pale'] as const)
    .filter((what) => found[what] < MIN_CONTRAST)
    .map((what) => ({ theme, what, ratio: found[what] }))
}

const STEPS = Array.from({ length: 101 }, (_, step) => step / 100)

/** The tint of a colour for the dark theme: the darkest that reads well there. */
function darkAccent(accent: string): Accent {
  const hsl = toHsl(accent)
  const tints = STEPS.filter((l) => l >= 0.5).map((l) => accentOf('dark', fromHsl({ ...hsl, l })))
  return tints.find((one) => shortfalls('dark', one).length === 0) ?? accentOf('dark', '#ffffff')
}

/** Both themes of a colour such as "#14594a". */
export const accents = (accent: string) => ({
  light: accentOf('light', accent),
  dark: darkAccent(accent),
})

/** What fails in either theme. */
export function accentProblems(accent: string): Shortfall[] {
  const { light, dark } = accents(accent)
  return [...shortfalls('light', light), ...shortfalls('dark', dark)]
}

/** The colour of the same hue that passes and differs least in lightness. */
export function nearestAccent(accent: string): string {
  const hsl = toHsl(accent)
  const byDistance = STEPS.toSorted((a, b) => Math.abs(a - hsl.l) - Math.abs(b - hsl.l))
  const candidates = [accent, ...byDistance.map((l) => fromHsl({ ...hsl, l }))]
  return candidates.find((one) => accentProblems(one).length === 0) ?? '#000000'
}

const variables = ({ green, deep, wash, onGreen }: Accent) =>
  `--green:${green};--green-deep:${deep};--green-wash:${wash};--on-green:${onGreen}`

/** The style sheet of an accent; `:root` twice, so that it comes before app/globals.css. */
export function accentCss(accent: string): string {
  if (accent === '') return ''
  const { light, dark } = accents(accent)
  return [
    `:root:root{${variables(light)}}`,
    `@media (prefers-color-scheme:dark){:root:root:not([data-theme='light']){${variables(dark)}}}`,
    `:root:root[data-theme='dark']{${variables(dark)}}`,
  ].join('')
}

const OWN_NAME = /Praktijkbank(?: Ongekend Talent)?/g

/** A text of the application with the name that this installation has. */
export const withSiteName = (text: string, name: string): string =>
  name === '' ? text : text.replace(OWN_NAME, () => name)

/** The same for all messages, which may be parsed ahead into lists. */
export function nameMessages<T>(messages: T, name: string): T {
  if (name === '') return messages
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return withSiteName(value, name)
    if (Array.isArray(value)) return value.map(walk)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(messages) as T
}

/** The parts of "Name <post@example.nl>" or of a bare address; empty where there is none. */
function mailParts(from: string): { name: string; address: string } {
  const text = from.trim()
  const open = text.lastIndexOf('<')
  const isNamed = open !== -1 && text.endsWith('>')
  const address = isNamed ? text.slice(open + 1, -1) : text
  const name = isNamed ? text.slice(0, open).trim().replace(/^"|"$/g, '') : ''
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? { name, address } : { name, address: '' }
}

/** The domain of an address such as "Name <post@example.nl>"; empty when there is none. */
export const mailDomain = (from: string): string =>
  mailParts(from).address.split('@')[1]?.toLowerCase() ?? ''

/**
 * Whom mail comes from: the setting within the domain that the environment allows, or else what the
 * environment says.
 */
export function mailSender(
  { senderName, senderAddress }: Settings['mail'],
  fallback: string,
): string | { name: string; address: string } {
  const usual = mailParts(fallback)
  const allowed = senderAddress !== '' && mailDomain(senderAddress) === mailDomain(fallback)
  const address = allowed ? senderAddress : usual.address
  if (address === '' || (senderName === '' && !allowed)) return fallback
  return { name: senderName === '' ? usual.name : senderName, address }
}

/** Title and lead of the home page in a language; empty for the usual ones. */
export const homeTexts = (home: Settings['home'], locale: string) =>
  locale === 'en'
    ? { title: home.titleEn, lead: home.leadEn }
    : { title: home.titleNl, lead: home.leadNl }

/** The roles that need a second factor to sign in. */
export const secondFactorRoles = (settings: Settings): readonly SecondFactorRole[] =>
  settings.security.secondFactorRoles

/** The name of this installation; the product's own where none was given. */
export const siteName = ({ identity }: Pick<Settings, 'identity'>): string =>
  identity.name === '' ? 'Praktijkbank Ongekend Talent' : identity.name
