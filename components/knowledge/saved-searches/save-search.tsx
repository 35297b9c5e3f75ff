import { getLocale, getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { loadReader } from '@/lib/people/accounts/loaders'
import { saveSearchAction } from '@/lib/knowledge/saved-searches/actions'
import { loadKeepable } from '@/lib/knowledge/saved-searches/loaders'

/**
 * Keeps the list that stands here under a name. `parameters` is the address after the question mark. Nothing when there
 * is nothing to keep. Holds a form of its own, so it cannot stand inside another form.
 */
export async function SaveSearch({ parameters }: { parameters: string }) {
  const [t, locale, reader] = await Promise.all([
    getTranslations('savedSearches'),
    getLocale(),
    loadReader(),
  ])
  const keepable = await loadKeepable(parameters, reader, locale)
  if (keepable === null) return null
  if (reader === null) {
    const back = `${getPathname({ href: '/initiatives', locale })}?${keepable.stored}`
    return (
      <p className="text-sm text-muted print:hidden">
        <TextLink href={{ pathname: '/sign-in', query: { terug: back } }} prefetch={false}>
          {t('signIn')}
        </TextLink>{' '}
        {t('signInWhy')}
      </p>
    )
  }
  if (keepable.saved !== null) {
    return (
      <p className="text-sm text-muted print:hidden">
        {t('there', { name: keepable.saved })}{' '}
        <TextLink href="/workspace/searches">{t('toList')}</TextLink>
      </p>
    )
  }
  return (
    <div className="print:hidden">
      <FieldsForm
        action={saveSearchAction}
        about={{ parameters: keepable.stored }}
        stored={{ name: keepable.name }}
        summary={t('save')}
        variant="secondary"
        fields={[{ kind: 'text', name: 'name', label: t('name'), hint: t('nameHint') }]}
        labels={{ submit: t('saveAct'), busy: t('saving') }}
      />
    </div>
  )
}
