import { getLocale, getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import { considerAction } from '@/lib/exchange/adoptions/actions'
import { loadAdopters } from '@/lib/exchange/adoptions/loaders'
import { loadTerms } from '@/lib/base/taxonomy/loaders'

interface ConsiderFormProps {
  initiative: { id: string; slug: string; organisationId: string }
}

/** "Wij overwegen dit", for those who write for another organisation. Visitors are asked to sign in and come back. */
export async function ConsiderForm({ initiative }: ConsiderFormProps) {
  const [t, locale, { signedIn, organisations }] = await Promise.all([
    getTranslations('adoptions.consider'),
    getLocale(),
    loadAdopters(initiative.organisationId),
  ])
  if (!signedIn) {
    const back = getPathname({
      href: { pathname: '/initiatives/[slug]', params: { slug: initiative.slug } },
      locale,
    })
    return (
      <ButtonLink
        variant="secondary"
        href={{ pathname: '/sign-in', query: { terug: `${back}#overnames` } }}
        prefetch={false}
        rel="nofollow"
      >
        {t('signIn')}
      </ButtonLink>
    )
  }
  const [first] = organisations
  if (!first) return null
  const groups = await loadTerms('target_group')
  const several = organisations.length > 1
  return (
    <FieldsForm
      action={considerAction}
      summary={t('title')}
      about={
        several
          ? { initiativeId: initiative.id }
          : { initiativeId: initiative.id, organisationId: first.id }
      }
      stored={several ? { organisationId: first.id } : {}}
      fields={[
        ...(several
          ? [
              {
                kind: 'select' as const,
                name: 'organisationId',
                label: t('organisation'),
                options: organisations.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
        { kind: 'textarea', name: 'goal', label: t('goal'), hint: t('goalHint') },
        {
          kind: 'select',
          name: 'targetGroup',
          label: t('group'),
          options: [
            { value: '', label: t('choose') },
            ...groups.map((term) => ({
              value: term.slug,
              label: locale === 'en' ? term.labelEn : term.labelNl,
            })),
          ],
        },
        { kind: 'textarea', name: 'question', label: t('question'), hint: t('questionHint') },
      ]}
      labels={{ submit: t('submit'), busy: t('busy') }}
    />
  )
}
