import { useTranslations } from 'next-intl'
import { DirectionMark } from '@/components/knowledge/evidence/direction-mark'
import { Link } from '@/i18n/navigation'
import { DIRECTION_SLUGS } from '@/lib/knowledge/evidence/direction.rules'
import type { EvidenceDirection } from '@/lib/knowledge/evidence/types'
import type { FacetOptions } from '@/lib/knowledge/search/types'

const SIDES = [
  { key: 'helped', href: '/what-helped', directions: ['helps', 'mixed'] },
  {
    key: 'didNotWork',
    href: '/what-did-not-work',
    directions: ['harms', 'noDifference', 'mixed'],
  },
] as const

/** Two doors of one size: what helped and what did not, each with its numbers. */
export function BothSides({ directions }: { directions: FacetOptions['direction'] }) {
  const t = useTranslations('findings')
  const words = useTranslations('evidence.direction')
  const countOf = (direction: EvidenceDirection) =>
    directions.find(({ slug }) => slug === DIRECTION_SLUGS[direction])?.count ?? 0
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      {SIDES.map(({ key, href, directions: shown }) => (
        <section key={key} aria-labelledby={`kant-${key}`} className="border-t-4 border-ink pt-4">
          <h3 id={`kant-${key}`} className="text-xl">
            <Link href={href} prefetch={false} className="text-ink hover:text-green">
              {t(`${key}.title`)}
            </Link>
          </h3>
          <ul className="mt-3">
            {shown.map((direction) => (
              <li key={direction} className="border-b border-hairline">
                <Link
                  href={{
                    pathname: '/initiatives',
                    query: { richting: DIRECTION_SLUGS[direction] },
                  }}
                  prefetch={false}
                  className="flex min-h-11 items-center gap-3 py-1.5 text-ink no-underline hover:text-green hover:underline"
                >
                  <DirectionMark direction={direction} />
                  <span className="flex-1">{words(direction)}</span>
                  <span className="text-sm text-muted tabular">{countOf(direction)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
