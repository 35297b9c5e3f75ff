import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { splitInitiativeAction } from '@/lib/knowledge/splits/actions'
import { PART_NAMES } from '@/lib/knowledge/splits/rules'

/** For the owner: a part goes on as an initiative of its own. */
export function SplitSection({ initiativeId }: { initiativeId: string }) {
  const t = useTranslations('splits')
  return (
    <Section id="splitsen" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={splitInitiativeAction}
        about={{ initiativeId }}
        stored={{ summary: 'on', approach: 'on' }}
        fields={[
          { kind: 'text', name: 'title', label: t('newTitle') },
          { kind: 'heading', label: t('parts') },
          ...PART_NAMES.map((name) => ({
            kind: 'checkbox' as const,
            name,
            label: t(`part.${name}`),
          })),
        ]}
        labels={{ submit: t('submit'), busy: t('busy') }}
        summary={t('open')}
        variant="secondary"
        scope="split"
      />
    </Section>
  )
}
