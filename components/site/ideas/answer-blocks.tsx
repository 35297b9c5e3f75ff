'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { ObstacleStatusWord } from '@/components/exchange/obstacles/obstacle-status'
import { labelIn } from '@/lib/base/text/label'
import { noonOf } from '@/lib/base/text/calendar'
import type { IdeaAnswer, IdeaQuestion, Unknown } from '@/lib/site/ideas/types'
import { useReasonText } from './reason-text'

type Block = 'lessons' | 'obstacles' | 'calls' | 'questions'

function BlockSection({
  name,
  lead,
  isEmpty,
  all,
  children,
}: {
  name: Block
  lead?: string
  isEmpty: boolean
  all?: ReactNode
  children: ReactNode
}) {
  const t = useTranslations('ideas')
  return (
    <Section id={name} title={t(`${name}.title`)} lead={lead}>
      {isEmpty ? (
        <EmptyState title={t(`${name}.none`)}>{t(`${name}.noneWhy`)}</EmptyState>
      ) : (
        <ul className="max-w-4xl">{children}</ul>
      )}
      {all ? <p className="mt-5">{all}</p> : null}
    </Section>
  )
}

function Item({ children, why }: { children: ReactNode; why: string }) {
  return (
    <li className="border-t border-hairline py-5 last:border-b">
      {children}
      <p className="mt-2 max-w-measure text-sm text-muted">{why}</p>
    </li>
  )
}

export function LessonsBlock({ lessons }: Pick<IdeaAnswer, 'lessons'>) {
  const t = useTranslations('ideas.lessons')
  const kinds = useTranslations('lessons.kind')
  const why = useReasonText()
  return (
    <BlockSection
      name="lessons"
      isEmpty={lessons.length === 0}
      all={<TextLink href="/lessons">{t('all')}</TextLink>}
    >
      {lessons.map(({ lesson, reason }) => (
        <Item key={lesson.key} why={why(reason)}>
          <StatusWord tone="neutral">{kinds(lesson.kind)}</StatusWord>
          <p className="mt-1.5 max-w-measure font-serif text-lg leading-snug" lang="nl">
            {lesson.text}
          </p>
          <p className="mt-1 text-sm">
            <TextLink
              href={{ pathname: '/initiatives/[slug]', params: { slug: lesson.initiative.slug } }}
              prefetch={false}
            >
              {lesson.initiative.title}
            </TextLink>
          </p>
        </Item>
      ))}
    </BlockSection>
  )
}

export function ObstaclesBlock({ obstacles }: Pick<IdeaAnswer, 'obstacles'>) {
  const t = useTranslations('ideas.obstacles')
  const why = useReasonText()
  return (
    <BlockSection
      name="obstacles"
      lead={t('lead')}
      isEmpty={obstacles.length === 0}
      all={<TextLink href="/obstacles">{t('all')}</TextLink>}
    >
      {obstacles.map(({ slug, title, status, reason }) => (
        <Item key={slug} why={why(reason)}>
          <ObstacleStatusWord status={status} />
          <h3 className="mt-1.5 text-lg">
            <TextLink href={{ pathname: '/obstacles/[slug]', params: { slug } }} prefetch={false}>
              {title}
            </TextLink>
          </h3>
        </Item>
      ))}
    </BlockSection>
  )
}

export function CallsBlock({ calls }: Pick<IdeaAnswer, 'calls'>) {
  const t = useTranslations('ideas.calls')
  const format = useFormatter()
  const why = useReasonText()
  return (
    <BlockSection
      name="calls"
      lead={t('lead')}
      isEmpty={calls.length === 0}
      all={<TextLink href="/calls">{t('all')}</TextLink>}
    >
      {calls.map(({ call: { slug, title, organisation, openUntil }, reason }) => (
        <Item key={slug} why={why(reason)}>
          <h3 className="text-lg">
            <TextLink href={{ pathname: '/calls/[slug]', params: { slug } }} prefetch={false}>
              {title}
            </TextLink>
          </h3>
          <p className="mt-1 text-sm">
            {t('until', {
              organisation,
              date: format.dateTime(noonOf(openUntil), {
                day: 'numeric',
                month: 'long',
                year: 'numeric',
              }),
            })}
          </p>
        </Item>
      ))}
    </BlockSection>
  )
}

function Asked({ from }: Pick<IdeaQuestion, 'from'>) {
  const t = useTranslations('ideas.questions')
  const [label, href] =
    'region' in from
      ? ([
          t('learning', { region: from.region.name }),
          { pathname: '/regions/[slug]', params: { slug: from.region.slug } },
        ] as const)
      : ([
          t('asked', { title: from.initiative.title }),
          { pathname: '/initiatives/[slug]', params: { slug: from.initiative.slug } },
        ] as const)
  return (
    <TextLink href={href} prefetch={false}>
      {label}
    </TextLink>
  )
}

export function QuestionsBlock({ questions }: Pick<IdeaAnswer, 'questions'>) {
  const t = useTranslations('ideas.questions')
  const why = useReasonText()
  return (
    <BlockSection name="questions" lead={t('lead')} isEmpty={questions.length === 0}>
      {questions.map(({ key, text, from, answered, reason }) => (
        <Item key={key} why={why(reason)}>
          <StatusWord tone={answered ? 'good' : 'attention'}>
            {t(answered ? 'answered' : 'open')}
          </StatusWord>
          <p className="mt-1.5 max-w-measure text-lg leading-snug" lang="nl">
            {text}
          </p>
          <p className="mt-1 text-sm">
            <Asked from={from} />
          </p>
        </Item>
      ))}
    </BlockSection>
  )
}

function useUnknownText(): (one: Unknown) => string {
  const t = useTranslations('ideas.unknown')
  const locale = useLocale()
  return (one) => {
    if (one.kind === 'noGroup') return t('noGroup')
    if (one.kind === 'notCompared') return t('notCompared', { count: one.count, total: one.total })
    const group = labelIn(locale, one)
    if (one.kind === 'unmeasured') return t('unmeasured', { group, total: one.total })
    if (one.kind === 'noneIn') return t('noneIn', { group, region: one.region })
    return t('noneFor', { group })
  }
}

export function UnknownBlock({ unknown }: Pick<IdeaAnswer, 'unknown'>) {
  const t = useTranslations('ideas.unknown')
  const text = useUnknownText()
  return (
    <Section id="onbekend" title={t('title')} lead={unknown.length === 0 ? undefined : t('lead')}>
      {unknown.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <ul className="max-w-4xl border-b border-hairline">
          {unknown.map((one) => (
            <li key={text(one)} className="border-t border-hairline py-4">
              {text(one)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
