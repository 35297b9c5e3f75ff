import { TermWord } from '@/components/base/taxonomy/term-word'
import { TextLink } from '@/components/base/ui/text'

export function GroupLinks({
  groups,
  stacked = false,
}: {
  groups: readonly { slug: string; labelNl: string; labelEn: string }[]
  stacked?: boolean
}) {
  return (
    <ul className={stacked ? undefined : 'flex flex-wrap gap-x-6 gap-y-1'}>
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
