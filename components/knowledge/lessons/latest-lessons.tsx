import { useTranslations } from 'next-intl'
import { LessonList } from '@/components/knowledge/lessons/lesson-list'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Lesson } from '@/lib/knowledge/lessons/types'

const SHOWN = 3

export function LatestLessons({ total, lessons }: { total: number; lessons: Lesson[] }) {
  const t = useTranslations('exchange')
  return (
    <Section id="lessen" title={t('lessonsTitle', { count: total })} lead={t('lessonsLead')}>
      <LessonList lessons={lessons.slice(0, SHOWN)} level="h3" />
      <p className="mt-6">
        <TextLink href="/lessons">{t('allLessons')}</TextLink>
      </p>
    </Section>
  )
}
