import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Link } from '@/i18n/navigation'
import type { FacetOption, FacetOptions } from '@/lib/knowledge/search/types'

type Href = ComponentProps<typeof Link>['href']

interface WayProps {
  title: string
  options: readonly FacetOption[]
  href: (option: FacetOption) => Href
  all: { label: string; href: Href }
}

const SHOWN = 6

function Way({ title, options, href, all }: WayProps) {
  const shown = options.toSorted((a, b) => b.count - a.count).slice(0, SHOWN)
  return (
    <section aria-label={title} className="border-t-4 border-green pt-4">
      <h3 className="text-xl">{title}</h3>
      {shown.length === 0 ? null : (
        <ul className="mt-3">
          {shown.map((option) => (
            <li key={option.slug} className="border-b border-hairline">
              <Link
                href={href(option)}
                prefetch={false}
                className="flex min-h-11 items-center justify-between gap-4 py-1.5 text-ink no-underline hover:text-green hover:underline"
              >
                {option.label}
                <span className="text-sm text-muted tabular">{option.count}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        <Link href={all.href} prefetch={false} className="inline-flex min-h-8 items-center">
          {all.label}
        </Link>
      </p>
    </section>
  )
}

export function WaysIn({ facets }: { facets: FacetOptions }) {
  const t = useTranslations('home')
  const leaves = (options: readonly FacetOption[]) => {
    const broader = new Set(options.map(({ parent }) => parent))
    return options.filter(({ slug }) => !broader.has(slug))
  }
  return (
    <div className="grid gap-x-12 gap-y-10 md:grid-cols-3">
      <Way
        title={t('who')}
        options={leaves(facets.targetGroup)}
        all={{ label: t('allGroups'), href: '/target-groups' }}
        href={({ slug }) => ({ pathname: '/target-groups/[slug]', params: { slug } })}
      />
      <Way
        title={t('where')}
        options={facets.region.filter(({ parent }) => parent !== null)}
        all={{ label: t('allRegions'), href: '/regions' }}
        href={({ slug }) => ({ pathname: '/regions/[slug]', params: { slug } })}
      />
      <Way
        title={t('why')}
        options={leaves(facets.challenge)}
        all={{ label: t('allInitiatives'), href: '/initiatives' }}
        href={({ slug }) => ({ pathname: '/initiatives', query: { opgave: slug } })}
      />
    </div>
  )
}
