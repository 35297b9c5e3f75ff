import { useTranslations } from 'next-intl'
import { ObstacleRow } from '@/components/exchange/obstacles/obstacle-row'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'

const SHOWN = 3

export function UnsolvedObstacles({
  total,
  obstacles,
}: {
  total: number
  obstacles: ObstacleEntry[]
}) {
  const t = useTranslations('exchange')
  return (
    <Section
      id="knelpunten"
      title={t('obstaclesTitle', { count: total })}
      lead={t('obstaclesLead')}
    >
      <ul>
        {obstacles.slice(0, SHOWN).map((obstacle) => (
          <ObstacleRow key={obstacle.slug} obstacle={obstacle} />
        ))}
      </ul>
      <p className="mt-6">
        <TextLink href="/obstacles">{t('allObstacles')}</TextLink>
      </p>
    </Section>
  )
}
