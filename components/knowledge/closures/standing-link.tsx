import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { loadMaySeeStanding } from '@/lib/knowledge/closures/loaders'

/** For the editors of an initiative, and the moderators who may decide about it. */
export async function StandingLink({ initiativeId }: { initiativeId: string }) {
  const [t, maySee] = await Promise.all([
    getTranslations('closures'),
    loadMaySeeStanding(initiativeId),
  ])
  if (!maySee) return null
  return (
    <ButtonLink
      variant="secondary"
      href={{ pathname: '/workspace/initiatives/[id]/standing', params: { id: initiativeId } }}
    >
      {t('link')}
    </ButtonLink>
  )
}
