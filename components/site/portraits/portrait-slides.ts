import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import { toPptx, type SlidePart } from '@/lib/base/files/slides'
import { oneLine, shortened } from '@/lib/base/text/text'
import type { PortraitRow, PortraitText } from './portrait-text'

/** A slide is read from a distance: the first lines, cut where they are long. */
const LINES = 2
const LENGTH = 110

const SUMMARY = 320

const short = ({ label, lines }: PortraitRow): SlidePart => ({
  label,
  lines: lines.slice(0, LINES).map((line) => shortened(line, LENGTH)),
})

/** One slide for each portrait, with the evidence beside its direction. */
export async function portraitSlides(
  portraits: readonly PortraitText[],
  { locale, site }: { locale: Locale; site: string },
): Promise<Buffer> {
  const t = await getTranslations({ locale, namespace: 'portraits' })
  const slides = portraits.map(
    ({ title, kicker, summary, warnings, evidence, groups, address }) => ({
      title,
      kicker: [kicker, ...warnings.map((warning) => shortened(warning, LENGTH))].join(' · '),
      columns: [
        [
          { label: t('short'), lines: [shortened(oneLine(summary), SUMMARY)] },
          ...evidence.map(short),
        ],
        groups
          .filter(({ key }) => key === 'who' || key === 'how')
          .flatMap(({ rows }) => rows.map(short)),
      ] as const,
      source: { text: t('slideFooter', { site, address }), address },
    }),
  )
  const [only] = portraits
  return toPptx(slides, {
    title: portraits.length === 1 && only ? only.title : t('title', { count: portraits.length }),
    author: site,
    language: locale,
  })
}
