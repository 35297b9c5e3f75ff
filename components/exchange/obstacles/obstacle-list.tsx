import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { ObstacleRow } from './obstacle-row'

export function ObstacleList({
  obstacles,
  choosable,
}: {
  obstacles: readonly ObstacleEntry[]
  choosable: boolean
}) {
  const t = useTranslations('obstacles.advice')
  const locale = useLocale()
  const list = (
    <ul>
      {obstacles.map((obstacle) => (
        <ObstacleRow
          key={obstacle.slug}
          obstacle={obstacle}
          choice={
            choosable ? (
              <input
                type="checkbox"
                name="knelpunt"
                value={obstacle.slug}
                aria-label={t('choose', { title: obstacle.title })}
                className="mt-1 size-6 shrink-0 accent-green print:hidden"
              />
            ) : undefined
          }
        />
      ))}
    </ul>
  )
  if (!choosable) return list
  return (
    <form action={getPathname({ href: '/workspace/obstacles/advice', locale })}>
      {list}
      <Button type="submit" variant="secondary" className="mt-6">
        {t('toAdvice')}
      </Button>
    </form>
  )
}
