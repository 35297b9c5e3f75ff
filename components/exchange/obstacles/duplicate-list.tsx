import type { LikelyDuplicate } from '@/lib/exchange/obstacles/types'

/** Each opens a new tab, so that what was typed stays. */
export function DuplicateList({
  duplicates,
  list,
}: {
  duplicates: readonly LikelyDuplicate[]
  list: string
}) {
  return (
    <ul className="mt-2 space-y-1">
      {duplicates.map(({ slug, title }) => (
        <li key={slug}>
          <a
            href={`${list}/${slug}`}
            target="_blank"
            rel="noreferrer"
            className="text-green underline"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
