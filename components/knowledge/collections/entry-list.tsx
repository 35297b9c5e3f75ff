import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { TextLink } from '@/components/base/ui/text'
import type { CollectionEntry } from '@/lib/knowledge/collections/types'

export function EntryList({ entries }: { entries: CollectionEntry[] }) {
  return (
    <ol className="space-y-10">
      {entries.map((entry, index) => (
        <li
          key={entry.initiativeId}
          className="grid gap-x-6 border-t border-hairline pt-6 sm:grid-cols-[3rem_minmax(0,1fr)]"
        >
          <span aria-hidden="true" className="font-serif text-3xl text-green">
            {index + 1}
          </span>
          <div className="max-w-measure">
            <h3 className="text-xl">
              <TextLink
                href={{ pathname: '/initiatives/[slug]', params: { slug: entry.slug } }}
                prefetch={false}
                className="text-ink"
              >
                {entry.title}
              </TextLink>
            </h3>
            {entry.why === '' ? null : <p className="mt-2 whitespace-pre-line">{entry.why}</p>}
            <p className="mt-2 text-sm">
              <EvidenceWord evidence={entry.evidence} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
