import { CheckCircle2, Circle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { testMailAction } from '@/lib/site/installation/actions'
import type { Step, StepName } from '@/lib/site/installation/types'

interface ChecklistProps {
  steps: readonly Step[]
  origin: string
  hasMailServer: boolean
  email: string
  invitations: number
}

export function Checklist({ steps, origin, hasMailServer, email, invitations }: ChecklistProps) {
  const t = useTranslations('administration.checklist')
  const done = steps.filter(({ isDone }) => isDone).length
  const why = (name: StepName) =>
    name === 'mail' && !hasMailServer
      ? t('items.mailNone')
      : t(`items.${name}Why`, { address: origin })
  return (
    <Section id="begin" title={t('title')} lead={t('lead')}>
      <p className="mb-4 font-semibold">{t('progress', { done, total: steps.length })}</p>
      {invitations > 0 ? <p className="mb-4">{t('waiting', { count: invitations })}</p> : null}
      <ol className="max-w-4xl">
        {steps.map(({ name, isDone }) => {
          const Icon = isDone ? CheckCircle2 : Circle
          return (
            <li key={name} className="flex gap-4 border-t border-hairline py-4 last:border-b">
              <Icon
                aria-hidden="true"
                className={`mt-1 size-5 shrink-0 ${isDone ? 'text-green' : 'text-muted'}`}
              />
              <div className="min-w-0">
                <p className={isDone ? '' : 'font-semibold'}>
                  {t(`items.${name}`)}{' '}
                  <span className="text-sm text-muted">({isDone ? t('done') : t('todo')})</span>
                </p>
                {isDone ? null : (
                  <p className="mt-1 max-w-measure break-words text-muted">{why(name)}</p>
                )}
                {isDone && name !== 'mail' ? null : (
                  <StepAct name={name} email={email} canMail={hasMailServer} />
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function StepAct({ name, email, canMail }: { name: StepName; email: string; canMail: boolean }) {
  const t = useTranslations('administration')
  if (name === 'address') return null
  if (name === 'mail')
    return canMail ? (
      <div className="mt-3">
        <FieldsForm
          action={testMailAction}
          about={{}}
          fields={[]}
          stored={{}}
          variant="secondary"
          labels={{
            submit: t('checklist.test'),
            busy: t('checklist.testBusy'),
            done: t('checklist.testDone', { email }),
          }}
        />
      </div>
    ) : null
  return (
    <p className="mt-3">
      {name === 'organisation' ? (
        <ButtonLink variant="secondary" href="/workspace/admin/organisations">
          {t('links.organisations')}
        </ButtonLink>
      ) : (
        <ButtonLink variant="secondary" href="/workspace/admin/invite">
          {t('links.invite')}
        </ButtonLink>
      )}
    </p>
  )
}
