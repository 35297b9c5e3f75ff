import { useTranslations } from 'next-intl'
import { ContactText } from '@/components/exchange/contacts/region-people'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Notice } from '@/components/base/ui/notice'
import { sendRegionContactAction } from '@/lib/exchange/contacts/actions'
import type { loadRegionContact } from '@/lib/exchange/contacts/loaders'
import type { RegionView } from '@/lib/base/regions/types'

type Person = NonNullable<Awaited<ReturnType<typeof loadRegionContact>>>['people'][number]

interface WriteToRegionProps {
  reachable: Person[]
  first: Person
  region: RegionView
  chosen: string | undefined
  email: string
}

export function WriteToRegion({ reachable, first, region, chosen, email }: WriteToRegionProps) {
  const contacts = useTranslations('contacts')
  const t = useTranslations('contacts.region')
  const message: FieldSpec = {
    kind: 'textarea',
    name: 'message',
    label: contacts('message'),
    hint: t('messageHint', { email }),
  }
  const choice: FieldSpec = {
    kind: 'select',
    name: 'contactId',
    label: t('to'),
    options: reachable.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })),
  }
  return (
    <>
      {reachable.some(({ isExample }) => isExample) ? (
        <Notice className="mb-8 max-w-4xl" title={contacts('exampleTitle')}>
          {contacts('exampleWhy')}
        </Notice>
      ) : null}
      {reachable.length === 1 ? (
        <div className="mb-8 border-l-4 border-green pl-5">
          <ContactText person={first} />
        </div>
      ) : null}
      <FieldsForm
        action={sendRegionContactAction}
        about={
          reachable.length === 1
            ? { slug: region.slug, contactId: first.id }
            : { slug: region.slug }
        }
        stored={{ contactId: reachable.find(({ id }) => id === chosen)?.id ?? first.id }}
        fields={reachable.length === 1 ? [message] : [choice, message]}
        labels={{
          submit: contacts('submit'),
          busy: contacts('busy'),
          done: contacts('done', { email }),
        }}
      />
    </>
  )
}
