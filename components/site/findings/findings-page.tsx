import { getTranslations } from 'next-intl/server'
import { LessonList } from '@/components/knowledge/lessons/lesson-list'
import { TaggedInitiatives } from '@/components/site/results/tagged-initiatives'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { LIFECYCLE_SLUGS } from '@/lib/base/taxonomy/types'
import { DIRECTION_SLUGS } from '@/lib/knowledge/evidence/direction.rules'
import { loadLatestLessons } from '@/lib/knowledge/lessons/loaders'
import { LESSON_PARAMETERS } from '@/lib/knowledge/lessons/rules'
import { countNotWorking, loadTagged } from '@/lib/knowledge/search/loaders'

/** The two sides are one page with other parts, so that neither is made with less care. */
const SIDES = {
  helped: {
    parts: ['helps', 'mixed'],
    lessons: 'success_factor',
    other: { key: 'didNotWork', href: '/what-did-not-work' },
  },
  didNotWork: {
    parts: ['harms', 'noDifference', 'mixed', 'stopped'],
    lessons: 'would_do_differently',
    other: { key: 'helped', href: '/what-helped' },
  },
} as const
export type Side = keyof typeof SIDES
type Part = (typeof SIDES)[Side]['parts'][number]

const SHOWN_LESSONS = 6

async function FindingPart({ part, locale }: { part: Part; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'findings' })
  return (
    <Section id={part} title={t(`part.${part}.title`)}>
      <TaggedInitiatives
        facet={part === 'stopped' ? 'phase' : 'direction'}
        slug={part === 'stopped' ? LIFECYCLE_SLUGS.stopped : DIRECTION_SLUGS[part]}
        sort={part === 'helps' ? 'helps' : 'evidence'}
        locale={locale}
        empty={{ title: t(`part.${part}.none`), why: t('noneWhy') }}
      />
    </Section>
  )
}

async function FindingLessons({ side, locale }: { side: Side; locale: Locale }) {
  const kind = SIDES[side].lessons
  const [t, { lessons }] = await Promise.all([
    getTranslations({ locale, namespace: 'findings' }),
    loadLatestLessons({ kind }),
  ])
  if (lessons.length === 0) return null
  return (
    <Section id="lessen" title={t(`${side}.lessons`)} lead={t(`${side}.lessonsLead`)}>
      <LessonList lessons={lessons.slice(0, SHOWN_LESSONS)} level="h3" />
      <p className="mt-6">
        <ButtonLink
          variant="secondary"
          href={{ pathname: '/lessons', query: { les: LESSON_PARAMETERS[kind] } }}
          prefetch={false}
        >
          {t('allLessons')}
        </ButtonLink>
      </p>
    </Section>
  )
}

export async function FindingsPage({ side, locale }: { side: Side; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'findings' })
  const [helping, notWorking, { total: unmeasured }] = await Promise.all([
    loadTagged('direction', DIRECTION_SLUGS.helps, 'helps'),
    countNotWorking(),
    loadTagged('direction', DIRECTION_SLUGS.notCompared, 'best'),
  ])
  const { parts, other } = SIDES[side]
  return (
    <Page>
      <PageHeader
        title={t(`${side}.heading`, { count: side === 'helped' ? helping.total : notWorking })}
        lead={t(`${side}.lead`)}
      >
        {unmeasured > 0 ? (
          <p className="mt-4 max-w-measure">{t('unmeasured', { count: unmeasured })}</p>
        ) : null}
        <p className="mt-4">
          <TextLink href={other.href}>{t('seeAlso', { title: t(`${other.key}.title`) })}</TextLink>
        </p>
      </PageHeader>
      {parts.map((part) => (
        <FindingPart key={part} part={part} locale={locale} />
      ))}
      <FindingLessons side={side} locale={locale} />
    </Page>
  )
}
