import { getFormatter, getTranslations } from 'next-intl/server'
import { loadContests } from '@/lib/judgement/contests/loaders'
import type { ContestAbout } from '@/lib/judgement/contests/types'

/** Beside a score or a fact: that it was contested, and what came of it. */
export async function ContestMarks({
  initiativeId,
  about,
  criterion = null,
}: {
  initiativeId: string
  about: ContestAbout
  criterion?: string | null
}) {
  const [t, format, contests] = await Promise.all([
    getTranslations('contests'),
    getFormatter(),
    loadContests(initiativeId),
  ])
  const own = contests.filter(
    (one) => one.about === about && (one.criterion?.slug ?? null) === criterion,
  )
  if (own.length === 0) return null
  return (
    <ul data-picture="none" className="mt-3 max-w-measure space-y-1 text-sm">
      {own.map(({ id, on, state }) => (
        <li key={id}>
          <a href="#betwist">
            {t('mark', {
              date: format.dateTime(new Date(on), { dateStyle: 'long' }),
              state: t(`state.${state}`).toLowerCase(),
            })}
          </a>
        </li>
      ))}
    </ul>
  )
}
