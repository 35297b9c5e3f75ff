import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { xmlSafeReviver } from '@/lib/base/text/text'
import { imagePath } from '@/lib/knowledge/media/rules'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

/** A schema.org data block, no script, so the content policy allows it. */
export function StructuredData({
  initiative,
  locale,
}: {
  initiative: InitiativeView
  locale: Locale
}) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: initiative.title,
    abstract: initiative.summary,
    inLanguage: 'nl',
    datePublished: initiative.publishedAt ?? undefined,
    author: { '@type': 'Organization', name: initiative.organisationName },
    url: getPathname({
      href: { pathname: '/initiatives/[slug]', params: { slug: initiative.slug } },
      locale,
    }),
    image: initiative.images.map(({ hash, width }) => imagePath(hash, width, 'webp')),
    spatialCoverage: initiative.regions.map(({ name }) => ({ '@type': 'Place', name })),
    keywords: Object.values(initiative.terms).flatMap((terms) =>
      terms.map(({ labelNl }) => labelNl),
    ),
  }
  // "<" is escaped, so that no text can end the block.
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{
        __html: JSON.stringify(data, xmlSafeReviver).replaceAll('<', '\\u003c'),
      }}
    />
  )
}
