import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import {
  bullet,
  heading,
  label,
  labelled,
  line,
  lines,
  toDocx,
  wordTable,
  type Block,
} from '@/lib/base/files/word'
import type { PortraitRow, PortraitText } from './portrait-text'

const rowBlocks = ({ label: title, lines: texts }: PortraitRow): Block[] =>
  texts.length === 1
    ? [labelled(title, texts[0] ?? '')]
    : [label(title), ...texts.map((text) => bullet(text))]

/** One portrait after the other, each on a new page. */
export async function portraitDocument(
  portraits: readonly PortraitText[],
  locale: Locale,
): Promise<Buffer> {
  const t = await getTranslations({ locale, namespace: 'portraits' })
  const blocks = portraits.flatMap((portrait, index): Block[] => [
    heading(portrait.title, 1, index > 0),
    line(portrait.kicker),
    ...portrait.warnings.map(line),
    ...lines(portrait.summary),
    heading(t('evidence'), 2),
    ...portrait.evidence.flatMap(rowBlocks),
    ...portrait.groups.flatMap(({ title, rows }) => [
      heading(title, 2),
      ...rows.flatMap(rowBlocks),
    ]),
    heading(t('scores'), 2),
    wordTable(
      {
        header: [t('criterion'), t('score')],
        rows: portrait.scores.map(({ label: criterion, lines: [text = ''] }) => [criterion, text]),
      },
      String,
    ),
    heading(t('contact'), 2),
    line(portrait.contact),
    labelled(t('source'), portrait.source),
  ])
  const [only] = portraits
  return toDocx({
    title: portraits.length === 1 && only ? only.title : t('title', { count: portraits.length }),
    description: portraits.map(({ address }) => address).join(' '),
    language: locale,
    blocks,
  })
}
