import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { SignInButton } from '@/components/people/accounts/sign-in-button'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { linkObstacleAction, unlinkObstacleAction } from '@/lib/exchange/obstacles/actions'
import { loadObstacleRights } from '@/lib/exchange/obstacles/loaders'
import type { ObstacleView } from '@/lib/exchange/obstacles/types'

type Rights = Awaited<ReturnType<typeof loadObstacleRights>>

function NamingInitiative({
  initiative: { id, slug, title, note },
  obstacleId,
  isMine,
}: {
  initiative: ObstacleView['initiatives'][number]
  obstacleId: string
  isMine: boolean
}) {
  const t = useTranslations('obstacles.link')
  return (
    <li className="border-t border-hairline py-4 last:border-b">
      <TextLink
        href={{ pathname: '/initiatives/[slug]', params: { slug } }}
        className="font-serif text-lg font-semibold"
      >
        {title}
      </TextLink>
      {note === '' ? null : (
        <p className="mt-1 whitespace-pre-line" lang="nl">
          {note}
        </p>
      )}
      {isMine ? (
        <div className="mt-2 print:hidden">
          <ActForm
            action={unlinkObstacleAction}
            about={{ obstacleId, initiativeId: id }}
            label={t('remove')}
            name={t('removeThis', { title })}
            pending={t('removing')}
            variant="quiet"
          />
        </div>
      ) : null}
    </li>
  )
}

function LinkForm({ obstacleId, linkable }: { obstacleId: string; linkable: Rights['linkable'] }) {
  const t = useTranslations('obstacles.link')
  return (
    <FieldsForm
      action={linkObstacleAction}
      summary={t('title')}
      about={{ obstacleId }}
      stored={{}}
      fields={[
        {
          kind: 'select',
          name: 'initiativeId',
          label: t('initiative'),
          options: [
            { value: '', label: t('choose') },
            ...linkable.map(({ id, title }) => ({ value: id, label: title })),
          ],
        },
        { kind: 'textarea', name: 'note', label: t('note'), hint: t('noteHint') },
      ]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}

export async function NamingInitiatives({ obstacle }: { obstacle: ObstacleView }) {
  const [t, { signedIn, linkable, linked }] = await Promise.all([
    getTranslations('obstacles'),
    loadObstacleRights(obstacle),
  ])
  const mine = new Set(linked.map(({ id }) => id))
  return (
    <>
      {obstacle.initiatives.length === 0 ? (
        <EmptyState title={t('initiativesNone')}>{t('initiativesNoneWhy')}</EmptyState>
      ) : (
        <ul className="max-w-measure">
          {obstacle.initiatives.map((one) => (
            <NamingInitiative
              key={one.id}
              initiative={one}
              obstacleId={obstacle.id}
              isMine={mine.has(one.id)}
            />
          ))}
        </ul>
      )}
      <div className="mt-6 print:hidden">
        {signedIn ? null : (
          <SignInButton
            back={{ pathname: '/obstacles/[slug]', params: { slug: obstacle.slug } }}
            hash="initiatieven"
          >
            {t('link.signIn')}
          </SignInButton>
        )}
        {linkable.length === 0 ? null : (
          <LinkForm key={linkable.length} obstacleId={obstacle.id} linkable={linkable} />
        )}
      </div>
    </>
  )
}
