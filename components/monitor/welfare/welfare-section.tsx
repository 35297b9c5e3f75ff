import { useTranslations } from 'next-intl'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { WelfarePicture } from '@/components/monitor/welfare/welfare-picture'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import type { ContextFigure } from '@/lib/figures/indicators/types'
import type { loadWelfare } from '@/lib/monitor/welfare/loaders'
import { isUnpaid } from '@/lib/monitor/welfare/rules'
import type { WelfareLine } from '@/lib/monitor/welfare/types'

type Loaded = Awaited<ReturnType<typeof loadWelfare>>

interface WelfareSectionProps {
  through: string | null
  welfare: Loaded
  picture: { about: string; page: string }
  file: string
  shown: ContextFigure[]
  lines: WelfareLine[]
}

export function WelfareSection({
  through,
  welfare,
  picture,
  file,
  shown,
  lines,
}: WelfareSectionProps) {
  const t = useTranslations('welfare')
  const notes = noteNumbers(shown)
  const known = lines.some(({ slug: line, here }) => isUnpaid(line) && here.length > 0)
  return (
    <Section
      id="beeld"
      title={t('picture')}
      lead={through === null ? t('own') : t('through', { province: through })}
    >
      {known ? null : (
        <EmptyState title={t('noFigures')} className="mb-8">
          {t('noFiguresWhy')}
        </EmptyState>
      )}
      <WelfarePicture welfare={welfare} notes={notes} picture={picture} />
      <FileLinks address={file} parameters={new URLSearchParams({ deel: 'cijfers' })} />
      {shown.length === 0 ? null : <FigureNotes figures={shown} notes={notes} />}
    </Section>
  )
}
