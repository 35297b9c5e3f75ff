import { ButtonLink } from '@/components/base/ui/button'

interface EditorLinksProps {
  target: { initiativeId: string; slug: string; isPublished: boolean }
  other: '/workspace/initiatives/[id]/policy' | '/workspace/initiatives/[id]/measurements'
  labels: { other: string; page: string }
}

export function EditorLinks({
  target: { initiativeId, slug, isPublished },
  other,
  labels,
}: EditorLinksProps) {
  return (
    <ul className="mt-6 flex flex-wrap gap-3">
      <li>
        <ButtonLink variant="secondary" href={{ pathname: other, params: { id: initiativeId } }}>
          {labels.other}
        </ButtonLink>
      </li>
      {isPublished ? (
        <li>
          <ButtonLink
            variant="quiet"
            href={{ pathname: '/initiatives/[slug]', params: { slug }, hash: 'beleid' }}
          >
            {labels.page}
          </ButtonLink>
        </li>
      ) : null}
    </ul>
  )
}
