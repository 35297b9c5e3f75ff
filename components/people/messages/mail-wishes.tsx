import { getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import type { Actor } from '@/lib/people/accounts/types'
import { saveMailWishesAction } from '@/lib/people/messages/actions'
import { groupsFor, modesOf } from '@/lib/people/messages/kinds.rules'
import { loadGroupWishes } from '@/lib/people/messages/loaders'

export async function MailWishes({ actor }: { actor: Actor }) {
  const [t, chosen] = await Promise.all([
    getTranslations('messages.wishes'),
    loadGroupWishes(actor.userId),
  ])
  const groups = groupsFor(actor)
  return (
    <Section id="mail" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={saveMailWishesAction}
        fields={groups.map((group) => ({
          kind: 'select',
          name: group,
          label: t(`group.${group}.label`),
          hint: t(`group.${group}.hint`),
          options: [
            ...(chosen[group] === 'mixed' ? ['mixed' as const] : []),
            ...modesOf(group),
          ].map((mode) => ({
            value: mode,
            label: t(`mode.${group === 'digest' && mode === 'never' ? 'none' : mode}`),
          })),
        }))}
        stored={Object.fromEntries(groups.map((group) => [group, chosen[group]]))}
        about={{}}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      />
    </Section>
  )
}
