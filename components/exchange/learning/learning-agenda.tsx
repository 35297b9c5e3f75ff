import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import { loadMayEditChain } from '@/lib/monitor/chains/loaders'
import { loadQuestions } from '@/lib/exchange/learning/loaders'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { QuestionItem } from './question-item'

export async function LearningAgenda({
  region,
}: {
  region: { id: string; slug: string; name: string }
}) {
  const [t, questions, mayEdit] = await Promise.all([
    getTranslations('learning'),
    loadQuestions(region.id),
    loadMayEditChain(region.id),
  ])
  const today = todayInNetherlands(new Date())
  return (
    <>
      {questions.length === 0 ? (
        <EmptyState title={t('none', { region: region.name })}>{t('noneWhy')}</EmptyState>
      ) : (
        <ul>
          {questions.map((question) => (
            <li key={question.id}>
              <QuestionItem question={question} today={today} />
            </li>
          ))}
        </ul>
      )}
      {mayEdit ? (
        <p className="mt-6 print:hidden">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/workspace/regions/[slug]/learning', params: { slug: region.slug } }}
          >
            {t('edit')}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
