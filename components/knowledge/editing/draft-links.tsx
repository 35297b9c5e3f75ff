import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'

export function DraftLinks({ draft, edit }: { draft: RevisionDraft; edit: boolean }) {
  const t = useTranslations('editing')
  return (
    <nav aria-label={t('otherPages')}>
      <ul className="flex flex-wrap gap-3">
        <li>
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/workspace/initiatives/[id]/policy',
              params: { id: draft.initiativeId },
            }}
          >
            {t('policyLink')}
          </ButtonLink>
        </li>
        <li>
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/workspace/initiatives/[id]/measurements',
              params: { id: draft.initiativeId },
            }}
          >
            {t('measurementsLink')}
          </ButtonLink>
        </li>
        {edit ? null : (
          <li>
            <ButtonLink
              variant="quiet"
              href={{
                pathname: '/workspace/initiatives/[id]/preview',
                params: { id: draft.id },
              }}
            >
              {t('readPage')}
            </ButtonLink>
          </li>
        )}
      </ul>
    </nav>
  )
}
