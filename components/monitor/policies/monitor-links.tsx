import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/base/ui/button'

export function MonitorLinks({
  slug,
  mayEdit,
  initiativeId,
}: {
  slug: string
  mayEdit: boolean
  initiativeId: string
}) {
  const t = useTranslations('chains.initiative')
  return (
    <ul className="mt-6 flex flex-wrap gap-3">
      <li>
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/initiatives/[slug]', params: { slug } }}
        >
          {t('toInitiative')}
        </ButtonLink>
      </li>
      {mayEdit ? (
        <>
          <li>
            <ButtonLink
              href={{
                pathname: '/workspace/initiatives/[id]/policy',
                params: { id: initiativeId },
              }}
            >
              {t('edit')}
            </ButtonLink>
          </li>
          <li>
            <ButtonLink
              variant="secondary"
              href={{
                pathname: '/workspace/initiatives/[id]/measurements',
                params: { id: initiativeId },
              }}
            >
              {t('measurements')}
            </ButtonLink>
          </li>
        </>
      ) : null}
    </ul>
  )
}
