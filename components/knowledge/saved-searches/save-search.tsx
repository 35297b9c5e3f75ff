import { getLocale, getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { loadReader } from '@/lib/people/accounts/loaders'
import { saveSearchAction } from '@/lib/knowledge/saved-searches/actions'
import { loadSavable } from '@/lib/knowledge/saved-searches/loaders'

/** Renders nothing when nothing narrows the list. Contains a form, so it cannot be in another. */
export async function SaveSearch({ parameters }: { parameters: string }) {
  const [t, locale, reader] = await Promise.all([
    getTranslations('savedSearches'),
    getLocale(),
    loadReader(),
  ])
  const savable = await loadSavable(parameters, reader, locale)
  if (savable === null) return null
  if (reader === null) {
    const back = `${getPathname({ href: '/initiatives', locale })}?${savable.stored}`
    return (
      <p className="text-sm text-muted print:hidden">
        <TextLink href={{ pathname: '/sign-in', query: { terug: back } }} prefetch={false}>
          {t('signIn')}
        </TextLink>{' '}
        {t('signInWhy')}
      </p>
    )
  }
  if (savable.saved !== null) {
    return (
      <p className="text-sm text-muted print:hidden">
        {t('there', { name: savable.saved })}{' '}
        <TextLink href="/workspace/searches">{t('toList')}</TextLink>
      </p>
    )
  }
  return (
    <div className="print:hidden">
      <FieldsForm
        action={saveSearchAction}
        about={{ parameters: savable.stored }}
        stored={{ name: savable.name }}
        summary={t('save')}
        variant="secondary"
        fields={[{ kind: 'text', name: 'name', label: t('name'), hint: t('nameHint') }]}
        labels={{ submit: t('saveAct'), busy: t('saving'), done: t('saveDone') }}
      />
    </div>
  )
}
