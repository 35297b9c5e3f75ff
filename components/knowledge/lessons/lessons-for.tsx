import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { loadLatestLessons } from '@/lib/knowledge/lessons/loaders'
import { LessonList } from './lesson-list'

const SHOWN = 3

export async function LessonsFor(theme: { group: string } | { instrument: string }) {
  const [t, { lessons, total }] = await Promise.all([
    getTranslations('lessons'),
    loadLatestLessons(theme),
  ])
  if (total === 0) return null
  const query = 'group' in theme ? { doelgroep: theme.group } : { instrument: theme.instrument }
  return (
    <Section id="lessen" title={t('of.title', { count: total })} lead={t('of.lead')}>
      <LessonList lessons={lessons.slice(0, SHOWN)} level="h3" />
      {total > SHOWN ? (
        <p className="mt-6 print:hidden">
          <ButtonLink variant="secondary" href={{ pathname: '/lessons', query }} prefetch={false}>
            {t('of.all', { count: total })}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
