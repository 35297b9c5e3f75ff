import type { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { routing } from '../i18n/routing'
import { unpackBounded } from '../lib/base/files/archive'
import { expect, query } from './fixtures'

export const WORDS = /helpt|wisselend|niet.te.zeggen|niet.vergeleken|geen.verschil|schaadt/i
export const REGION = 'midden-brabant'
export const GROUP = 'mantelzorgers'
export const INSTRUMENT = 'jobcoaching'

const SAMPLES: Readonly<Record<string, string>> = {
  '/calls/[slug]': `SELECT slug FROM open_call LIMIT 1`,
  '/sectors/[slug]': `SELECT slug FROM term WHERE vocabulary = 'sector' LIMIT 1`,
  '/challenges/[slug]': `SELECT slug FROM term WHERE vocabulary = 'societal_challenge' LIMIT 1`,
  '/obstacles/[slug]': `SELECT slug FROM obstacle LIMIT 1`,
  '/collections/[slug]': `SELECT slug FROM collection WHERE published_at IS NOT NULL LIMIT 1`,
  '/meetings/[slug]': `SELECT slug FROM meeting LIMIT 1`,
  '/figures/[slug]': `SELECT slug FROM indicator LIMIT 1`,
}
const NO_VIEW = /^\/(?:workspace|sign-in|unsubscribe|invitation|new-password|confirm-address)/

const chosen = (slugs: readonly string[]) => slugs.join(',')
const search = (slugs: readonly string[]) =>
  `doelgroep=${GROUP}&instrument=${INSTRUMENT}&i=${chosen(slugs)}&soort=csv&met=amersfoort`

/** A measurement of an initiative, for its address. */
export async function measurementOf(slug: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT m.id::text FROM measurement m JOIN initiative_indicator n ON n.id = m.indicator_id
     JOIN initiative i ON i.id = n.initiative_id WHERE i.slug = $1 ORDER BY m.created_at DESC LIMIT 1`,
    [slug],
  )
  return row?.id ?? 'geen'
}

/** Every public address that the application knows, with our three in it where it takes one. */
export async function views(slugs: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const [pattern, address] of Object.entries(routing.pathnames)) {
    if (NO_VIEW.test(pattern)) continue
    const path = typeof address === 'string' ? address : address.nl
    const topic = pattern.match(/^\/[^/]+\/\[slug\]/)?.[0] ?? ''
    if (topic === '/initiatives/[slug]')
      for (const slug of slugs)
        found.push(
          path
            .replace('[slug]', slug)
            .replace('[number]', '1')
            .replace('[id]', await measurementOf(slug)),
        )
    else if (topic === '/regions/[slug]') found.push(path.replace('[slug]', REGION))
    else if (topic === '/target-groups/[slug]') found.push(path.replace('[slug]', GROUP))
    else if (topic === '/instruments/[slug]') found.push(path.replace('[slug]', INSTRUMENT))
    else if (topic !== '') {
      const [row] = await query<{ slug: string }>(SAMPLES[topic] ?? `SELECT 'geen' AS slug`)
      expect(SAMPLES[topic], `an example for ${pattern}`).toBeDefined()
      found.push(path.replace('[slug]', row?.slug ?? ''))
    } else found.push(path)
  }
  return [
    ...found.map((path) => `${path}?${search(slugs)}`),
    `/initiatieven?${search(slugs)}&weergave=tabel`,
    `/initiatieven?${search(slugs)}&weergave=kaart`,
    ...['docx', 'pptx', 'xlsx'].flatMap((kind) =>
      ['/portretten/bestand', '/monitor/bestand', '/monitor/regios/bestand'].map(
        (path) => `${path}?i=${chosen(slugs)}&soort=${kind}`,
      ),
    ),
    `/initiatieven/feed.xml?${search(slugs)}`,
    `/initiatieven/feed.json?${search(slugs)}`,
  ]
}

/** The parts of a page that name a level without a direction; filters and the ladder name levels only. */
export const alone = (page: Page, html: string) =>
  page.evaluate(
    ([text, words]) => {
      const document = new DOMParser().parseFromString(text, 'text/html')
      const level =
        /^(?:onbekend:|(?:beschreven|onderbouwd|gemeten|vergeleken|sterk bewezen)(?::|$))/i
      const named = [...document.querySelectorAll('main *')].filter(
        (element) =>
          element.closest(
            'script, label, select, th[scope="col"], [aria-label^="De ladder"], ol:has(strong)',
          ) === null &&
          [...element.childNodes].some(
            (node) => node.nodeType === 3 && level.test(node.textContent?.trim() ?? ''),
          ),
      )
      return {
        named: named.length,
        alone: named.flatMap((element) => {
          const row = element.closest('[data-evidence], li, tr, dt, dd, p')
          return new RegExp(words, 'i').test(row?.textContent ?? '')
            ? []
            : [row?.outerHTML.slice(0, 300) ?? element.outerHTML]
        }),
      }
    },
    [html, WORDS.source] as const,
  )

const LEVEL_IN_TEXT = /\b(beschreven|onderbouwd|vergeleken|sterk bewezen)\b/i

export function aloneInFile(text: string): string[] {
  return text
    .split('\n')
    .slice(1)
    .filter(
      (line) => LEVEL_IN_TEXT.test(line) && /bewijs|Richting/i.test(text) && !WORDS.test(line),
    )
}

/** The paragraphs and cells of a Word, PowerPoint or Excel file. */
export async function officeLines(file: Buffer): Promise<string[]> {
  const parts = await unpackBounded(file)
  return [...parts].flatMap(([name, content]) =>
    name.endsWith('.xml')
      ? content
          .toString('utf8')
          .split(/<\/(?:si|is|w:p|a:p)>/)
          .map((line) => line.replace(/<[^>]*>/g, ''))
      : [],
  )
}
