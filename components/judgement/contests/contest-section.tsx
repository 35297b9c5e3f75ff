import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { contestAction } from '@/lib/judgement/contests/actions'
import { loadContestForm, loadContests } from '@/lib/judgement/contests/loaders'
import { useAboutText } from './about-text'
import { ContestItem } from './contest-item'

type Form = NonNullable<Awaited<ReturnType<typeof loadContestForm>>>

function ContestForm({ initiativeId, form }: { initiativeId: string; form: Form }) {
  const t = useTranslations('contests.form')
  const about = useAboutText()
  return (
    <div className="mt-6 max-w-measure">
      {form.hasOpenRound ? <p className="mb-4 text-muted">{t('openRound')}</p> : null}
      {form.choices.length === 0 ? (
        <p>{t('usedUp')}</p>
      ) : (
        <FieldsForm
          action={contestAction}
          about={{ initiativeId }}
          stored={{}}
          summary={t('open')}
          variant="secondary"
          fields={[
            {
              kind: 'select',
              name: 'subject',
              label: t('subject'),
              options: [
                { value: '', label: t('choose') },
                ...form.choices.map((one) => ({ value: one.key, label: about(one) })),
              ],
            },
            { kind: 'textarea', name: 'reason', label: t('reason'), hint: t('reasonHint') },
            { kind: 'text', name: 'source', label: t('source'), hint: t('sourceHint') },
          ]}
          labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
        />
      )}
    </div>
  )
}

/** All contests of an initiative with their outcome, and the form for who is signed in. */
export async function ContestSection({
  initiativeId,
  slug,
  locale,
}: {
  initiativeId: string
  slug: string
  locale: Locale
}) {
  const [t, contests, form] = await Promise.all([
    getTranslations('contests'),
    loadContests(initiativeId),
    loadContestForm(initiativeId),
  ])
  const page = getPathname({ href: { pathname: '/initiatives/[slug]', params: { slug } }, locale })
  return (
    <div id="betwist" className="mt-12 scroll-mt-6">
      <h3>{t('title', { count: contests.length })}</h3>
      <p className="mt-1 max-w-measure text-muted">{t('lead')}</p>
      {contests.length === 0 ? null : (
        <ul className="mt-4 max-w-4xl">
          {contests.map((one) => (
            <ContestItem key={one.id} one={one} isOwn={form?.own.has(one.id) ?? false} />
          ))}
        </ul>
      )}
      {form === null ? (
        <p className="mt-4 print:hidden">
          <ButtonLink
            variant="quiet"
            className="-ml-3"
            href={{ pathname: '/sign-in', query: { terug: page } }}
          >
            {t('signIn')}
          </ButtonLink>
        </p>
      ) : (
        <ContestForm initiativeId={initiativeId} form={form} />
      )}
    </div>
  )
}
