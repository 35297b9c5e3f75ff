import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Row } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { ObstacleStatusWord } from './obstacle-status'

interface ObstacleRowProps {
  obstacle: ObstacleEntry
  note?: string
  choice?: ReactNode
  level?: 2 | 3
}

export function ObstacleRow({ obstacle, note = '', choice, level = 2 }: ObstacleRowProps) {
  const t = useTranslations('obstacles')
  const { slug, title, description, status, authority, authorityName, regions, initiatives } =
    obstacle
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Row>
      <div className="flex gap-4">
        {choice}
        <div className="min-w-0">
          <Heading
            lang="nl"
            className="max-w-measure text-xl leading-snug break-words hyphens-auto"
          >
            <TextLink
              href={{ pathname: '/obstacles/[slug]', params: { slug } }}
              prefetch={false}
              className="text-ink no-underline hover:underline"
            >
              {title}
            </TextLink>
          </Heading>
          <p className="mt-2 line-clamp-3 max-w-measure" lang="nl">
            {note === '' ? description : note}
          </p>
          <p className="mt-3 text-sm text-muted">
            <span className="mr-2">
              <ObstacleStatusWord status={status} />
            </span>
            {t('rowFacts', {
              authority: authorityName === '' ? t(`authority.${authority}`) : authorityName,
              regions: regions.length,
              initiatives: initiatives.length,
            })}
          </p>
        </div>
      </div>
    </Row>
  )
}
