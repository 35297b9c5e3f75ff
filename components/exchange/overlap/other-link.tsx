import { TextLink } from '@/components/base/ui/text'

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
