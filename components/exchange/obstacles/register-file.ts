import { labelIn } from '@/lib/base/text/label'
import { createFormatter, createTranslator } from 'next-intl'
import { formats } from '@/i18n/formats'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'
import {
  bullet,
  heading,
  labelled,
  line,
  lines,
  toDocx,
  wordTable,
  type Block,
} from '@/lib/base/files/word'
import type { Table } from '@/lib/base/files/workbook'
import { messages } from '@/messages'

const textsIn = (locale: Locale) => ({
  t: createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'obstacles',
    formats,
    timeZone: 'Europe/Amsterdam',
  }),
  format: createFormatter({ locale, timeZone: 'Europe/Amsterdam' }),
})

const addressOf = (slug: string, locale: Locale) =>
  `${origin}${getPathname({ href: { pathname: '/obstacles/[slug]', params: { slug } }, locale })}`
const groupNames = ({ groups }: ObstacleEntry, locale: Locale) =>
  groups.map(({ labelNl, labelEn }) => labelIn(locale, { labelNl, labelEn })).join(', ')
const regionNames = ({ regions }: ObstacleEntry) => regions.map(({ name }) => name).join(', ')

export function registerFile(
  obstacles: readonly ObstacleEntry[],
  locale: Locale,
): { name: string; table: Table } {
  const { t } = textsIn(locale)
  return {
    name: t('document.fileName'),
    table: {
      name: t('title'),
      header: [
        t('document.obstacle'),
        t('document.what'),
        t('document.law'),
        t('document.authority'),
        t('form.authorityName'),
        t('document.groups'),
        t('document.regions'),
        t('document.named'),
        t('document.status'),
        t('document.raisedOn'),
        t('document.solvedOn'),
        t('document.answer'),
        t('document.address'),
      ],
      rows: obstacles.map((obstacle) => [
        obstacle.title,
        obstacle.description,
        obstacle.law,
        t(`authority.${obstacle.authority}`),
        obstacle.authorityName,
        groupNames(obstacle, locale),
        regionNames(obstacle),
        obstacle.initiatives.map(({ title }) => title).join(', '),
        t(`status.${obstacle.status}`),
        obstacle.raisedOn,
        obstacle.solvedOn,
        obstacle.answer,
        addressOf(obstacle.slug, locale),
      ]),
      widths: [36, 60, 30, 18, 26, 30, 26, 36, 14, 14, 14, 40, 40],
    },
  }
}

export interface Advice {
  title: string
  addressee: string
  opening: string
  asked: string
  signer: string | null
  today: CalendarDate
}

type Texts = ReturnType<typeof textsIn>

const longDay = ({ format }: Texts, day: CalendarDate) =>
  format.dateTime(noonOf(day), { day: 'numeric', month: 'long', year: 'numeric' })

const part = (label: string, text: string): Block[] => (text === '' ? [] : [labelled(label, text)])

function statusText(texts: Texts, { status, raisedOn, solvedOn }: ObstacleEntry): string {
  const { t } = texts
  const on = status === 'solved' ? solvedOn : raisedOn
  return on === null || status === 'open'
    ? t(`status.${status}`)
    : `${t(`status.${status}`)} (${longDay(texts, on)})`
}

function summaryTable(obstacles: readonly ObstacleEntry[], { t }: Texts): Block {
  return wordTable(
    {
      header: [
        t('document.obstacle'),
        t('document.authority'),
        t('document.regions'),
        t('document.status'),
      ],
      rows: obstacles.map((one) => [
        one.title,
        one.authorityName === '' ? t(`authority.${one.authority}`) : one.authorityName,
        regionNames(one),
        t(`status.${one.status}`),
      ]),
    },
    String,
  )
}

function chapter(obstacle: ObstacleEntry, locale: Locale, texts: Texts): Block[] {
  const { t } = texts
  return [
    heading(obstacle.title, 1),
    ...lines(obstacle.description),
    ...part(t('document.law'), obstacle.law),
    labelled(
      t('document.authority'),
      [t(`authority.${obstacle.authority}`), obstacle.authorityName]
        .filter((text) => text !== '')
        .join(': '),
    ),
    ...part(t('document.groups'), groupNames(obstacle, locale)),
    ...part(t('document.regions'), regionNames(obstacle)),
    labelled(t('document.status'), statusText(texts, obstacle)),
    ...(obstacle.answer === null ? [] : [labelled(t('document.answer'), obstacle.answer)]),
    ...(obstacle.initiatives.length === 0
      ? []
      : [
          heading(t('document.named'), 2),
          ...obstacle.initiatives.map(({ title, note }) =>
            bullet(note === '' ? title : `${title}: ${note}`),
          ),
        ]),
    line(addressOf(obstacle.slug, locale)),
  ]
}

export async function adviceDocument(
  obstacles: readonly ObstacleEntry[],
  advice: Advice,
  locale: Locale,
): Promise<Buffer> {
  const texts = textsIn(locale)
  const { t } = texts
  const blocks: Block[] = [
    heading(advice.title, 'title'),
    ...part(t('document.for'), advice.addressee),
    ...part(t('document.from'), advice.signer ?? ''),
    labelled(t('document.date'), longDay(texts, advice.today)),
    ...lines(advice.opening),
    heading(t('document.summary'), 1),
    summaryTable(obstacles, texts),
    ...obstacles.flatMap((obstacle) => chapter(obstacle, locale, texts)),
    ...(advice.asked === '' ? [] : [heading(t('document.asked'), 1), ...lines(advice.asked)]),
    line(
      t('document.source', {
        date: longDay(texts, advice.today),
        address: `${origin}${getPathname({ href: '/obstacles', locale })}`,
      }),
    ),
  ]
  return toDocx({
    title: advice.title,
    description: t('document.subject'),
    language: locale,
    blocks,
  })
}
