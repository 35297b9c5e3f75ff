import { useFormatter, useTranslations } from 'next-intl'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import type { ContestState, ContestView } from '@/lib/judgement/contests/types'
import { useAboutText } from './about-text'

export const TONE: Readonly<Record<ContestState, 'attention' | 'good' | 'neutral'>> = {
  open: 'attention',
  upheld: 'good',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

/** By whom: an organisation or a role, never a person. */
export function useContesterText(): (
  one: Pick<ContestView, 'fromOwner' | 'organisation'>,
) => string {
  const t = useTranslations('contests.by')
  return ({ fromOwner, organisation }) =>
    organisation === null ? t('reader') : t(fromOwner ? 'owner' : 'organisation', { organisation })
}

export function ContestItem({ one, isOwn }: { one: ContestView; isOwn: boolean }) {
  const t = useTranslations('contests')
  const format = useFormatter()
  const [about, by] = [useAboutText(), useContesterText()]
  const day = (moment: string) => format.dateTime(new Date(moment), { dateStyle: 'long' })
  return (
    <li className="border-t border-hairline py-5 last:border-b">
      <StatusWord tone={TONE[one.state]}>{t(`state.${one.state}`)}</StatusWord>
      <h4 className="mt-1.5 font-serif text-lg">{about(one)}</h4>
      <p className="mt-1 text-sm text-muted">
        {t('contestedOn', { date: day(one.on), by: by(one), version: one.version })}
      </p>
      {one.words === null ? (
        <p className="mt-2 max-w-measure">{t('hidden')}</p>
      ) : (
        <>
          <p lang="nl" className="mt-2 max-w-measure whitespace-pre-line">
            {one.words.reason}
          </p>
          {one.words.source === '' ? null : (
            <p className="mt-1 max-w-measure text-sm break-words">
              {t('sourceIs', { source: one.words.source })}
            </p>
          )}
        </>
      )}
      {one.endedOn === null ? null : (
        <div className="mt-3 border-l-4 border-green pl-4">
          <p className="text-sm text-muted">
            {t(one.state === 'withdrawn' ? 'withdrawnOn' : 'decidedOn', {
              date: day(one.endedOn),
              organisation: one.deciderOrganisation ?? t('by.moderator'),
            })}
          </p>
          {one.words?.decision ? (
            <p lang="nl" className="mt-1 max-w-measure whitespace-pre-line">
              {one.words.decision}
            </p>
          ) : null}
          {one.state === 'upheld' ? (
            <p className="mt-1 max-w-measure">
              {t(one.about === 'score' ? 'nextScore' : 'nextFact')}
            </p>
          ) : null}
        </div>
      )}
      {isOwn && one.state === 'open' ? (
        <p className="mt-2">
          <TextLink href={{ pathname: '/workspace/contests/[id]', params: { id: one.id } }}>
            {t('ownLink')}
          </TextLink>
        </p>
      ) : null}
    </li>
  )
}
