import { getLocale, getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { linkObstacleAction, unlinkObstacleAction } from '@/lib/exchange/obstacles/actions'
import { loadObstacleRights } from '@/lib/exchange/obstacles/loaders'
import type { ObstacleView } from '@/lib/exchange/obstacles/types'

/** Initiatives that name the obstacle with what they notice of it; editors link their own. */
export async function NamingInitiatives({ obstacle }: { obstacle: ObstacleView }) {
  const [t, locale, { signedIn, linkable, linked }] = await Promise.all([
    getTranslations('obstacles'),
    getLocale(),
    loadObstacleRights(obstacle),
  ])
  const mine = new Set(linked.map(({ id }) => id))
  const back = getPathname({
    href: { pathname: '/obstacles/[slug]', params: { slug: obstacle.slug } },
    locale,
  })
  return (
    <>
      {obstacle.initiatives.length === 0 ? (
        <EmptyState title={t('initiativesNone')}>{t('initiativesNoneWhy')}</EmptyState>
      ) : (
        <ul className="max-w-measure">
          {obstacle.initiatives.map(({ id, slug, title, note }) => (
            <li key={id} className="border-t border-hairline py-4 last:border-b">
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
              {mine.has(id) ? (
                <div className="mt-2 print:hidden">
                  <ActForm
                    action={unlinkObstacleAction}
                    about={{ obstacleId: obstacle.id, initiativeId: id }}
                    label={t('link.remove')}
                    name={t('link.removeThis', { title })}
                    pending={t('link.removing')}
                    variant="quiet"
                  />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6 print:hidden">
        {signedIn ? null : (
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/sign-in', query: { terug: `${back}#initiatieven` } }}
            prefetch={false}
            rel="nofollow"
          >
            {t('link.signIn')}
          </ButtonLink>
        )}
        {linkable.length === 0 ? null : (
          <FieldsForm
            key={linkable.length}
            action={linkObstacleAction}
            summary={t('link.title')}
            about={{ obstacleId: obstacle.id }}
            stored={{}}
            fields={[
              {
                kind: 'select',
                name: 'initiativeId',
                label: t('link.initiative'),
                options: [
                  { value: '', label: t('link.choose') },
                  ...linkable.map(({ id, title }) => ({ value: id, label: title })),
                ],
              },
              { kind: 'textarea', name: 'note', label: t('link.note'), hint: t('link.noteHint') },
            ]}
            labels={{ submit: t('link.submit'), busy: t('link.busy') }}
          />
        )}
      </div>
    </>
  )
}
