import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import { StatusWord } from '@/components/base/ui/text'
import type { Actor } from '@/lib/people/accounts/types'
import {
  deleteSearchAction,
  followSearchAction,
  openSearchAction,
  renameSearchAction,
} from '@/lib/knowledge/saved-searches/actions'
import { loadSavedSearches } from '@/lib/knowledge/saved-searches/loaders'
import { MAX_NEW, MAX_SAVED, nameField } from '@/lib/knowledge/saved-searches/rules'

const label = (act: string, name: string) => (
  <>
    {act}
    <span className="sr-only">{` ${name}`}</span>
  </>
)

type SavedSearch = Awaited<ReturnType<typeof loadSavedSearches>>[number]

function SearchActs({ search: { id, name, followed } }: { search: SavedSearch }) {
  const t = useTranslations('savedSearches')
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActForm
        action={openSearchAction}
        about={{ id }}
        label={label(t('open'), name)}
        pending={t('busy')}
      />
      <ActForm
        action={followSearchAction}
        about={{ id, follow: followed ? '0' : '1' }}
        label={label(t(followed ? 'unfollow' : 'follow'), name)}
        pending={t('busy')}
        variant="secondary"
      />
      <ActForm
        action={deleteSearchAction}
        about={{ id }}
        label={label(t('delete'), name)}
        pending={t('busy')}
        variant="danger"
      />
    </div>
  )
}

function SavedSearchItem({ search }: { search: SavedSearch }) {
  const t = useTranslations('savedSearches')
  const { id, name, labels, total, fresh, version } = search
  return (
    <li className="grid gap-x-10 gap-y-3 py-5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3>{name}</h3>
        <p className="text-sm text-muted">{labels.join(' · ')}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3">
          {t('total', { count: total })}
          {fresh > 0 ? (
            <StatusWord tone="good">
              {fresh >= MAX_NEW ? t('freshMany', { count: MAX_NEW }) : t('fresh', { count: fresh })}
            </StatusWord>
          ) : (
            <span className="text-sm text-muted">{t('freshNone')}</span>
          )}
        </p>
      </div>
      <SearchActs search={search} />
      <div className="sm:col-span-2">
        <FieldsForm
          key={version}
          action={renameSearchAction}
          about={{ id, version }}
          stored={{ [nameField(id)]: name }}
          summary={t('rename', { name })}
          variant="secondary"
          fields={[{ kind: 'text', name: nameField(id), label: t('name') }]}
          labels={{ submit: t('renameAct'), busy: t('busy') }}
        />
      </div>
    </li>
  )
}

export async function SavedSearchList({ actor }: { actor: Actor }) {
  const [t, locale] = await Promise.all([getTranslations('savedSearches'), getLocale()])
  const searches = await loadSavedSearches(actor, locale)
  if (searches.length === 0) {
    return (
      <EmptyState
        title={t('none')}
        action={
          <ButtonLink variant="secondary" href="/initiatives">
            {t('toInitiatives')}
          </ButtonLink>
        }
      >
        {t('noneWhy')}
      </EmptyState>
    )
  }
  return (
    <>
      <p className="mb-4 text-sm text-muted">
        {t('count', { count: searches.length, max: MAX_SAVED })}
      </p>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {searches.map((search) => (
          <SavedSearchItem key={search.id} search={search} />
        ))}
      </ul>
    </>
  )
}
