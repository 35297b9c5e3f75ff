import { TEXT, type Fields, type Need, type Row, type Rows, type Targets } from '../rows.ts'

const proof: Row = { needs: 'proof', fields: () => ({ token: 'verzonnen' }) }
const signedIn = (fields: Fields = {}): Row => ({ needs: 'signedIn', fields: () => fields })
/** About a member of the own organisation. */
const person = (needs: Need, fields: (targets: Targets) => Fields = () => ({})): Row => ({
  needs,
  fields: (targets) => ({ userId: targets.member, ...fields(targets) }),
})
const account = 'account.manage'
const manage = 'people.manage'
const reason = 'Wij kennen deze aanvrager niet.'

export const PEOPLE: Rows = {
  'lib/people/accounts/actions.ts': {
    signInAction: {
      needs: 'anyone',
      fields: () => ({ email: 'niemand@voorbeeld.nl', password: 'verzonnen' }),
    },
    signOutAction: { needs: 'anyone', fields: () => ({}) },
    signOutEverywhereAction: { needs: 'anyone', fields: () => ({}) },
    revokeSessionAction: { needs: 'owner', fields: ({ session }) => ({ sessionId: session }) },
    changePasswordAction: signedIn({ currentPassword: 'verzonnen', newPassword: 'verzonnen' }),
    deleteAccountAction: signedIn({ sure: 'on', password: 'verzonnen' }),
    saveExpertiseAction: signedIn({ groups: 'actief-cv-werknl' }),
  },
  'lib/people/accounts/acting.actions.ts': { actForAction: signedIn({ organisationId: '' }) },
  'lib/people/account-links/actions.ts': {
    forgotPasswordAction: { needs: 'anyone', fields: () => ({ email: 'niemand@voorbeeld.nl' }) },
    newPasswordAction: {
      needs: 'proof',
      fields: () => ({ token: 'verzonnen', password: 'zeilboot-klaver-wortel' }),
    },
    changeAddressAction: signedIn({ email: 'nieuw@voorbeeld.nl', password: 'verzonnen' }),
    confirmAddressAction: proof,
  },
  'lib/people/access-requests/actions.ts': {
    askAccessAction: {
      needs: 'anyone',
      fields: ({ organisation }) => ({
        email: 'niemand@voorbeeld.nl',
        name: 'Niemand',
        organisationId: organisation,
        role: 'editor',
        reason: TEXT,
      }),
    },
    acceptRequestAction: [
      {
        needs: manage,
        about: 'of the organisation',
        fields: ({ request, organisation }) => ({
          id: request,
          organisationId: organisation,
          role: 'editor',
        }),
      },
      {
        needs: account,
        about: 'of an unknown organisation',
        fields: ({ freeRequest, organisation }) => ({
          id: freeRequest,
          organisationId: organisation,
          role: 'editor',
        }),
      },
    ],
    refuseRequestAction: [
      {
        needs: manage,
        about: 'of the organisation',
        fields: ({ request }) => ({ id: request, reason }),
      },
      {
        needs: account,
        about: 'of an unknown organisation',
        fields: ({ freeRequest }) => ({ id: freeRequest, reason }),
      },
    ],
  },
  'lib/people/invitations/actions.ts': {
    inviteAction: [
      {
        needs: manage,
        about: 'to the organisation',
        fields: ({ organisation }) => ({
          email: 'nieuw@voorbeeld.nl',
          role: 'editor',
          organisationId: organisation,
        }),
      },
      {
        needs: account,
        about: 'to the platform',
        fields: () => ({
          email: 'nieuw@voorbeeld.nl',
          role: 'platform:administrator',
          organisationId: '',
        }),
      },
    ],
    inviteManyAction: {
      needs: manage,
      fields: ({ organisation }) => ({
        addresses: 'nieuw@voorbeeld.nl',
        checked: 'nieuw@voorbeeld.nl',
        role: 'editor',
        organisationId: organisation,
      }),
    },
    resendInvitationAction: { needs: manage, fields: ({ invitation }) => ({ id: invitation }) },
    revokeInvitationAction: { needs: manage, fields: ({ invitation }) => ({ id: invitation }) },
    acceptInvitationAction: {
      needs: 'proof',
      fields: () => ({
        token: 'verzonnen',
        name: 'Niemand',
        password: 'zeilboot-klaver-wortel',
        constituency: '',
      }),
    },
    acceptRoleAction: proof,
  },
  'lib/people/administration/actions.ts': {
    changeRoleAction: person(manage, ({ organisation }) => ({
      organisationId: organisation,
      role: 'member',
      newRole: 'manager',
    })),
    removeRoleAction: person(manage, ({ organisation }) => ({
      organisationId: organisation,
      role: 'member',
    })),
    addPlatformRoleAction: person(account, () => ({ role: 'administrator' })),
    removePlatformRoleAction: person(account, () => ({ role: 'administrator' })),
    disablePersonAction: person(account),
    enablePersonAction: person(account),
    endSessionsAction: person(account),
    handOverAction: person(manage, ({ organisation, ownEditor }) => ({
      organisationId: organisation,
      toId: ownEditor,
    })),
  },
  'lib/people/organisations/actions.ts': {
    createOrganisationAction: {
      needs: 'organisation.register',
      fields: () => ({ name: 'Nieuwe organisatie', kind: 'other', regionId: '' }),
    },
    saveOrganisationAction: {
      needs: 'organisation.manage',
      fields: ({ organisation }) => ({
        id: organisation,
        name: 'Andere naam',
        kind: 'other',
        regionId: '',
      }),
    },
    saveTrustAction: {
      needs: 'organisation.register',
      fields: ({ organisation }) => ({ id: organisation, instantCorrections: 'on' }),
    },
    endOrganisationAction: {
      needs: 'organisation.register',
      fields: ({ organisation, otherOrganisation }) => ({
        id: organisation,
        successorId: otherOrganisation,
        sure: 'on',
      }),
    },
    reopenOrganisationAction: {
      needs: 'organisation.register',
      fields: ({ organisation }) => ({ id: organisation }),
    },
  },
  'lib/people/second-factor/actions.ts': {
    removeFactorAction: {
      needs: 'owner',
      fields: ({ passkey }) => ({ kind: 'passkey', id: passkey, password: 'verzonnen' }),
    },
    renamePasskeyAction: { needs: 'owner', fields: ({ passkey }) => ({ id: passkey, name: 'X' }) },
    requestResetAction: person(account),
    confirmResetAction: person(account),
    withdrawResetAction: person(account),
  },
  'lib/people/second-factor/step.actions.ts': {
    stepCodeAction: { needs: 'proof', fields: () => ({ code: '123456', returnTo: '' }) },
    stepRecoveryAction: { needs: 'proof', fields: () => ({ code: 'verzonnen', returnTo: '' }) },
    stepPasskeyAction: { needs: 'proof', fields: () => ({ answer: '{}', returnTo: '' }) },
    askPasskeyAction: { needs: 'proof', fields: () => ({}) },
  },
  'lib/people/second-factor/enrol.actions.ts': {
    startTotpAction: signedIn({ password: 'verzonnen' }),
    confirmTotpAction: signedIn({ code: '123456' }),
    newPasskeyAction: { ...signedIn({ password: 'verzonnen' }), formOnly: true },
    savePasskeyAction: signedIn({ name: 'Sleutel', answer: '{}' }),
    renewCodesAction: signedIn({ password: 'verzonnen' }),
    finishEnrolmentAction: signedIn({ returnTo: '' }),
  },
  'lib/people/form-drafts/actions.ts': {
    deleteFormDraftAction: signedIn({ form: '/werkplek' }),
  },
  'lib/people/identities/actions.ts': {
    startLinkAction: signedIn({ password: 'verzonnen' }),
    unlinkAction: signedIn({ password: 'verzonnen' }),
  },
  'lib/people/follows/actions.ts': {
    followAction: {
      needs: 'signedIn',
      fields: ({ initiativeSlug }) => ({ type: 'initiative', slug: initiativeSlug, follow: '1' }),
    },
    readMessagesAction: signedIn(),
  },
  'lib/people/messages/actions.ts': {
    saveMailWishesAction: signedIn({ digest: 'weekly' }),
    stopMailAction: proof,
    retryMailAction: { needs: 'settings.manage', fields: ({ mail }) => ({ id: mail }) },
    settleMailAction: {
      needs: 'settings.manage',
      fields: ({ doubtfulMail }) => ({ id: doubtfulMail }),
    },
  },
}
