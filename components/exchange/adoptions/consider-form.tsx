import { labelIn } from '@/lib/base/text/label'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignInButton } from '@/components/people/accounts/sign-in-button'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { onBehalfOf } from '@/components/base/forms/on-behalf-of'
import { considerAction } from '@/lib/exchange/adoptions/actions'
import { loadAdopters } from '@/lib/exchange/adoptions/loaders'
import { loadTerms } from '@/lib/base/taxonomy/loaders'
import { offered } from '@/lib/base/taxonomy/rules'

interface ConsiderFormProps {
  initiative: { id: string; slug: string; organisationId: string }
}

export async function ConsiderForm({ initiative }: ConsiderFormProps) {
  const [t, locale, { signedIn, organisations }] = await Promise.all([
    getTranslations('adoptions.consider'),
    getLocale(),
    loadAdopters(initiative.organisationId),
  ])
  if (!signedIn)
    return (
      <SignInButton
        back={{ pathname: '/initiatives/[slug]', params: { slug: initiative.slug } }}
        hash="overnames"
      >
        {t('signIn')}
      </SignInButton>
    )
  if (organisations.length === 0) return null
  const groups = offered(await loadTerms('target_group'))
  const side = onBehalfOf(organisations, t('organisation'))
  return (
    <FieldsForm
      action={considerAction}
      summary={t('title')}
      about={{ initiativeId: initiative.id, ...side.about }}
      stored={side.stored}
      fields={[
        ...side.fields,
        { kind: 'textarea', name: 'goal', label: t('goal'), hint: t('goalHint') },
        {
          kind: 'select',
          name: 'targetGroup',
          label: t('group'),
          options: [
            { value: '', label: t('choose') },
            ...groups.map((term) => ({
              value: term.slug,
              label: labelIn(locale, term),
            })),
          ],
        },
        { kind: 'textarea', name: 'question', label: t('question'), hint: t('questionHint') },
      ]}
      labels={{ submit: t('submit'), busy: t('busy') }}
    />
  )
}
