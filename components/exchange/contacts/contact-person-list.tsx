import { useTranslations } from 'next-intl'
import { ContactText } from '@/components/exchange/contacts/region-people'
import { ActForm } from '@/components/base/forms/act-form'
import { StatusWord } from '@/components/base/ui/text'
import { removeRegionContactAction } from '@/lib/exchange/contacts/actions'
import type { loadContactWork } from '@/lib/exchange/contacts/loaders'

type Loaded = Awaited<ReturnType<typeof loadContactWork>>

export function ContactPersonList({
  people,
  regionId,
}: {
  people: Loaded['people']
  regionId: string
}) {
  const t = useTranslations('contacts.work')
  return (
    <ul className="max-w-4xl">
      {people.map((person) => (
        <li
          key={person.id}
          className="grid gap-4 border-t border-hairline py-5 last:border-b sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <div className="min-w-0">
            <ContactText person={person} />
            {person.left ? (
              <p className="mt-2 text-sm">
                <StatusWord tone="attention">{t('left')}</StatusWord>
              </p>
            ) : null}
          </div>
          <ActForm
            action={removeRegionContactAction}
            about={{ regionId, contactId: person.id }}
            variant="secondary"
            label={t('remove')}
            name={t('removeOf', { name: person.name })}
            pending={t('removing')}
          />
        </li>
      ))}
    </ul>
  )
}
