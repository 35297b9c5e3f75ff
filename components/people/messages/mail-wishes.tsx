import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { saveMailWishesAction } from '@/lib/people/messages/actions'
import { loadMailWishes } from '@/lib/people/messages/loaders'
import { REFUSABLE_KINDS } from '@/lib/people/messages/types'

export async function MailWishes({ userId }: { userId: string }) {
  const [t, wishes] = await Promise.all([
    getTranslations('messages.wishes'),
    loadMailWishes(userId),
  ])
  return (
    <Section id="mail" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={saveMailWishesAction}
        fields={REFUSABLE_KINDS.map((kind) => ({
          kind: 'checkbox',
          name: kind,
          label: t(`kind.${kind}`),
        }))}
        stored={Object.fromEntries(REFUSABLE_KINDS.map((kind) => [kind, wishes[kind] ? 'on' : '']))}
        about={{}}
        labels={{ submit: t('submit'), busy: t('busy') }}
      />
    </Section>
  )
}
