import { TextLink } from '@/components/base/ui/text'

/** To the page of the other initiative, or to its version in the workspace when nothing is published. */
export function OtherLink({
  slug,
  revisionId,
  title,
}: {
  slug: string
  revisionId: string | null
  title: string
}) {
  const href =
    revisionId === null
      ? ({ pathname: '/initiatives/[slug]', params: { slug } } as const)
      : ({ pathname: '/workspace/initiatives/[id]', params: { id: revisionId } } as const)
  return (
    <TextLink href={href} prefetch={false} className="text-ink" lang="nl">
      {title}
    </TextLink>
  )
}
