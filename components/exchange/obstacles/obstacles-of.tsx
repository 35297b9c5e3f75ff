import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { loadMayName, loadObstaclesOf } from '@/lib/exchange/obstacles/loaders'
import { ObstacleRow } from './obstacle-row'

export async function ObstaclesOf({
  initiative,
}: {
  initiative: { id: string; slug: string; organisationId: string }
}) {
  const [t, obstacles, mayName] = await Promise.all([
    getTranslations('obstacles'),
    loadObstaclesOf(initiative.id),
    loadMayName(initiative.organisationId),
  ])
  return (
    <>
      {obstacles.length === 0 ? (
        <EmptyState title={t('of.none')}>{t('of.noneWhy')}</EmptyState>
      ) : (
        <ul>
          {obstacles.map((obstacle) => (
            <ObstacleRow
              key={obstacle.slug}
              obstacle={obstacle}
              level={3}
              note={obstacle.initiatives.find(({ id }) => id === initiative.id)?.note ?? ''}
            />
          ))}
        </ul>
      )}
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        {mayName ? (
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/workspace/obstacles/new', query: { initiatief: initiative.slug } }}
            prefetch={false}
          >
            {t('of.add')}
          </ButtonLink>
        ) : null}
        <TextLink href="/obstacles" prefetch={false} className="inline-flex min-h-11 items-center">
          {t('of.all')}
        </TextLink>
      </p>
    </>
  )
}
