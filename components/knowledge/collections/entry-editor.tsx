import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { TextLink } from '@/components/base/ui/text'
import { addEntryAction, changeEntryAction } from '@/lib/knowledge/collections/actions'
import type { CollectionWork } from '@/lib/knowledge/collections/types'

const actsOf = (index: number, last: boolean) =>
  (['up', 'down', 'remove'] as const).filter(
    (act) => !(act === 'up' && index === 0) && !(act === 'down' && last),
  )

function EntryItem({
  collectionId,
  version,
  entry: { initiativeId, slug, title, why },
  index,
  last,
}: {
  collectionId: string
  version: number
  entry: CollectionWork['entries'][number]
  index: number
  last: boolean
}) {
  const t = useTranslations('collections.work')
  return (
    <li className="grid gap-x-8 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-semibold">
          {`${String(index + 1)}. `}
          <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug } }}>{title}</TextLink>
        </p>
        {why === '' ? null : (
          <p className="mt-1 max-w-measure text-sm whitespace-pre-line">{why}</p>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {actsOf(index, last).map((act) => (
          <ActForm
            key={act}
            action={changeEntryAction}
            about={{ collectionId, version, initiativeId, act }}
            label={t(act)}
            name={`${t(act)}: ${title}`}
            pending={t('busy')}
            variant={act === 'remove' ? 'danger' : 'quiet'}
          />
        ))}
      </div>
    </li>
  )
}

export function EntryEditor({
  collection: { id: collectionId, version, entries },
}: {
  collection: CollectionWork
}) {
  const t = useTranslations('collections.work')
  return (
    <>
      {entries.length === 0 ? (
        <p className="text-muted">{t('entriesNone')}</p>
      ) : (
        <ol className="divide-y divide-hairline border-y border-hairline">
          {entries.map((entry, index) => (
            <EntryItem
              key={entry.initiativeId}
              collectionId={collectionId}
              version={version}
              entry={entry}
              index={index}
              last={index === entries.length - 1}
            />
          ))}
        </ol>
      )}
      <div className="mt-6">
        <h3 className="mb-4">{t('add')}</h3>
        <FieldsForm
          key={version}
          action={addEntryAction}
          about={{ collectionId, version }}
          stored={{}}
          fields={[
            { kind: 'text', name: 'address', label: t('address'), hint: t('addressHint') },
            { kind: 'textarea', name: 'why', label: t('why'), hint: t('whyHint') },
          ]}
          labels={{ submit: t('addAct'), busy: t('busy'), done: t('added') }}
        />
      </div>
    </>
  )
}
