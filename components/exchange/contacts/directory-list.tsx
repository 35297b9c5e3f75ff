import { Link } from '@/i18n/navigation'
import type { RegionDirectory } from '@/lib/exchange/contacts/types'

export function DirectoryList({ regions }: { regions: RegionDirectory }) {
  return (
    <ul>
      {regions.map(({ slug, name, people }) => (
        <li key={slug} className="border-t border-hairline py-3 last:border-b">
          <Link
            href={{ pathname: '/regions/[slug]', params: { slug } }}
            className="font-semibold text-ink"
            prefetch={false}
          >
            {name}
          </Link>
          <ul>
            {people.map((person) => (
              <li key={person.id} className="mt-1">
                <Link
                  href={{
                    pathname: '/regions/[slug]/contact',
                    params: { slug },
                    query: { aan: person.id },
                  }}
                  className="inline-flex min-h-8 items-center"
                  prefetch={false}
                  rel="nofollow"
                >
                  {person.name}
                </Link>
                <span className="block text-sm text-muted" lang="nl">
                  {person.role}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
