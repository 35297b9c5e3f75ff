import { TextLink } from '@/components/base/ui/text'

/** The page, or the version in the workspace before publication. */
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
