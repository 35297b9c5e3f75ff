import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { isLate } from '@/lib/exchange/learning/rules'
import type { LearningQuestion } from '@/lib/exchange/learning/types'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'

const TONES = { open: 'info', answered: 'good', dropped: 'neutral' } as const

function LinkList({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <div className="mt-3">
      <h4 className="font-sans text-sm font-semibold">{title}</h4>
      <ul>{children}</ul>
    </div>
  )
}

export function QuestionItem({
  question,
  today,
  act,
}: {
  question: LearningQuestion
  today: CalendarDate
  act?: ReactNode
}) {
  const t = useTranslations('learning')
  const { status, answerBy, why, learnt, initiatives, calls } = question
  const late = isLate(question, today)
  return (
    <article className="max-w-measure border-t border-hairline py-5">
      <h3 className="text-lg">{question.question}</h3>
      <p className="mt-1">
        <StatusWord tone={TONES[status]}>{t(`status.${status}`)}</StatusWord>{' '}
        {answerBy === null || status !== 'open' ? null : (
          <span className={late ? 'text-clay' : 'text-muted'}>
            {t(late ? 'late' : 'by', { date: noonOf(answerBy) })}
          </span>
        )}
      </p>
      {why === '' ? null : <p className="mt-2 whitespace-pre-line">{why}</p>}
      {learnt === '' ? null : (
        <div className="mt-3 border-l-4 border-green pl-4">
          <h4 className="font-sans font-semibold">{t('learnt')}</h4>
          <p className="whitespace-pre-line">{learnt}</p>
        </div>
      )}
      <LinkList title={t('links')}>
        {initiatives.map(({ slug, title }) => (
          <li key={slug} className="py-0.5">
            <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug } }} prefetch={false}>
              {title}
            </TextLink>
          </li>
        ))}
      </LinkList>
      <LinkList title={t('calls')}>
        {calls.map(({ slug, title }) => (
          <li key={slug} className="py-0.5">
            <TextLink
              href={{ pathname: '/calls/[slug]', params: { slug } }}
              prefetch={false}
              lang="nl"
            >
              {title}
            </TextLink>
          </li>
        ))}
      </LinkList>
      {act}
    </article>
  )
}
