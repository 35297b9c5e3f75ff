import { TermWord } from '@/components/base/taxonomy/term-word'
import { TextLink } from '@/components/base/ui/text'
import type { Topic } from '@/lib/knowledge/topic-pages/types'

export function GroupLinks({ groups }: { groups: Topic['unservedGroups'] }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {groups.map((group) => (
        <li key={group.slug}>
          <TextLink
            href={{ pathname: '/target-groups/[slug]', params: { slug: group.slug } }}
            prefetch={false}
            className="inline-block min-h-6"
          >
            <TermWord term={group} />
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
