import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { loadObstaclesFor } from '@/lib/exchange/obstacles/loaders'
import { ObstacleRow } from './obstacle-row'

const SHOWN = 3

export async function ObstaclesFor({
  region,
  group,
}: {
  region?: { slug: string; name: string }
  group?: string
}) {
  const [t, { obstacles, total }] = await Promise.all([
    getTranslations('obstacles'),
    loadObstaclesFor(region ? { region: region.slug } : { group: group ?? '' }),
  ])
  return (
    <Section
      id="knelpunten"
      title={
        region
          ? t('for.region', { count: total, name: region.name })
          : t('for.group', { count: total })
      }
    >
      {total === 0 ? (
        <EmptyState title={t('for.none')}>{t('for.noneWhy')}</EmptyState>
      ) : (
        <>
          <ul>
            {obstacles.slice(0, SHOWN).map((obstacle) => (
              <ObstacleRow key={obstacle.slug} obstacle={obstacle} level={3} />
            ))}
          </ul>
          <p className="mt-6 print:hidden">
            <ButtonLink
              variant="secondary"
              href={{
                pathname: '/obstacles',
                query: region ? { regio: region.slug } : { doelgroep: group ?? '' },
              }}
              prefetch={false}
            >
              {t('for.all', { count: total })}
            </ButtonLink>
          </p>
        </>
      )}
    </Section>
  )
}
