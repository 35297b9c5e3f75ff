import { useTranslations } from 'next-intl'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { ButtonLink } from '@/components/base/ui/button'
import { PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { Constituency } from '@/generated/prisma/enums'
import { acceptInvitationAction, acceptRoleAction } from '@/lib/people/invitations/actions'
import type { OpenedInvitation } from '@/lib/people/invitations/types'

interface OpenInvitationProps {
  invitation: OpenedInvitation
  signedInAs: string | null
  token: string
}

export function OpenInvitation(props: OpenInvitationProps) {
  const t = useTranslations('invitations.open')
  const roles = useTranslations('accounts.roles')
  const account = useTranslations('invitations.account')
  const { role, organisationName, email, expiresAt, hasAccount } = props.invitation
  const organisation = organisationName ?? 'none'
  return (
    <>
      <PageHeader
        title={t('titleRole', { role: roles(role) })}
        lead={hasAccount ? account('lead', { email, organisation }) : t('lead', { organisation })}
      >
        <p className="mt-3 max-w-measure text-muted">
          {hasAccount ? null : <span className="break-words">{t('address', { email })} </span>}
          {t('until', { date: expiresAt })}
        </p>
      </PageHeader>
      {hasAccount ? <ForAccount {...props} /> : <ForNewPerson {...props} />}
    </>
  )
}

function useConstituencyField(isAsked: boolean): FieldSpec[] {
  const t = useTranslations('invitations.open')
  const words = useTranslations('accounts.constituencies')
  if (!isAsked) return []
  return [
    {
      kind: 'select',
      name: 'constituency',
      label: t('constituency'),
      hint: t('constituencyHint'),
      options: [
        { value: '', label: t('choose') },
        ...Object.values(Constituency).map((one) => ({ value: one, label: words(one) })),
      ],
    },
  ]
}

function ForNewPerson({ invitation, token }: OpenInvitationProps) {
  const t = useTranslations('invitations.open')
  const constituency = useConstituencyField(invitation.asksConstituency)
  return (
    <FieldsForm
      action={acceptInvitationAction}
      about={{ token }}
      stored={{}}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('name'),
          hint: t('nameHint'),
          autoComplete: 'name',
        },
        ...constituency,
        {
          kind: 'password',
          name: 'password',
          label: t('password'),
          hint: t('passwordHint'),
          autoComplete: 'new-password',
          username: invitation.email,
        },
      ]}
      labels={{ submit: t('submit'), busy: t('busy'), done: '' }}
    />
  )
}

function ForAccount({ invitation, signedInAs, token }: OpenInvitationProps) {
  const t = useTranslations('invitations.account')
  const constituency = useConstituencyField(invitation.asksConstituency)
  if (signedInAs === null)
    return (
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink
          href={{
            pathname: '/sign-in',
            query: { terug: `/uitnodiging?token=${encodeURIComponent(token)}` },
          }}
        >
          {t('signIn')}
        </ButtonLink>
        <TextLink href="/forgot-password">{t('forgot')}</TextLink>
      </p>
    )
  if (signedInAs !== invitation.email)
    return (
      <Notice tone="attention" className="max-w-measure">
        {t('other', { email: signedInAs, invited: invitation.email })}
      </Notice>
    )
  return (
    <FieldsForm
      action={acceptRoleAction}
      about={{ token }}
      stored={{}}
      fields={constituency}
      labels={{ submit: t('submit'), busy: t('busy'), done: '' }}
    />
  )
}
