import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Row } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { MembershipRole } from '@/generated/prisma/enums'
import { acceptRequestAction, refuseRequestAction } from '@/lib/people/access-requests/actions'
import type { AccessRequestRow } from '@/lib/people/access-requests/types'

interface RequestListProps {
  requests: readonly AccessRequestRow[]
  organisations: readonly { id: string; name: string }[]
}

export function RequestList({ requests, organisations }: RequestListProps) {
  return (
    <ul>
      {requests.map((request) => (
        <Row key={request.id}>
          <RequestFacts request={request} />
          <div className="mt-5 grid gap-x-12 gap-y-6 lg:grid-cols-2">
            <Acceptance request={request} organisations={organisations} />
            <Refusal id={request.id} />
          </div>
        </Row>
      ))}
    </ul>
  )
}

function RequestFacts({ request }: { request: AccessRequestRow }) {
  const t = useTranslations('accessRequests.list')
  const roles = useTranslations('accounts.roles')
  const { name, email, createdAt, role, organisationName, organisationId, reason } = request
  return (
    <>
      <h2 className="text-xl">{name}</h2>
      <p className="text-sm break-words text-muted">{t('from', { email, date: createdAt })}</p>
      <p className="mt-2">{t('wants', { role: roles(role), organisation: organisationName })}</p>
      <blockquote className="mt-3 max-w-measure border-l-4 border-hairline pl-4 whitespace-pre-line">
        {reason}
      </blockquote>
      {organisationId === null ? (
        <p className="mt-3 max-w-measure">
          {t('unlisted')}{' '}
          <TextLink href="/workspace/admin/organisations">{t('newOrganisation')}</TextLink>
        </p>
      ) : null}
    </>
  )
}

function Acceptance({
  request: { id, organisationId, role },
  organisations,
}: {
  request: AccessRequestRow
  organisations: RequestListProps['organisations']
}) {
  const t = useTranslations('accessRequests.list')
  const form = useTranslations('accessRequests.form')
  const roles = useTranslations('accounts.roles')
  return (
    <FieldsForm
      action={acceptRequestAction}
      about={{ id }}
      scope={`accept-${id}`}
      stored={{ organisationId: organisationId ?? '', role }}
      fields={[
        {
          kind: 'select',
          name: 'organisationId',
          label: t('organisation'),
          options: [
            { value: '', label: form('choose') },
            ...organisations.map((one) => ({ value: one.id, label: one.name })),
          ],
        },
        {
          kind: 'select',
          name: 'role',
          label: t('role'),
          options: Object.values(MembershipRole).map((one) => ({ value: one, label: roles(one) })),
        },
      ]}
      labels={{ submit: t('accept'), busy: t('busy') }}
    />
  )
}

function Refusal({ id }: { id: string }) {
  const t = useTranslations('accessRequests.list')
  return (
    <FieldsForm
      action={refuseRequestAction}
      about={{ id }}
      scope={`refuse-${id}`}
      stored={{}}
      summary={t('refuseOpen')}
      variant="secondary"
      fields={[
        { kind: 'textarea', name: 'reason', label: t('refuseReason'), hint: t('refuseHint') },
      ]}
      labels={{ submit: t('refuseSubmit'), busy: t('busy') }}
    />
  )
}
