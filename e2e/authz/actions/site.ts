import { TEXT, type Fields, type Row, type Rows, type Targets } from '../rows.ts'

const setting = (fields: Fields): Row => ({
  needs: 'settings.manage',
  fields: () => ({ version: '0', ...fields }),
})

const IDEA = 'Statushouders leren timmeren in Tilburg'
const manage = 'vocabulary.manage'
const term = (fields: (targets: Targets) => Fields = () => ({})): Row => ({
  needs: manage,
  fields: (one) => ({ id: one.term, ...fields(one) }),
})
const suggestion = (fields: (targets: Targets) => Fields): Row => ({
  needs: manage,
  fields: (one) => ({ id: one.suggestion, ...fields(one) }),
})
const names = { labelNl: 'Werkkompas', labelEn: 'Work compass' }

export const SITE: Rows = {
  'lib/site/initiative-merges/actions.ts': {
    mergeInitiativesAction: {
      needs: ['initiative.write', 'initiative.review'],
      scope: 'region',
      fields: ({ initiative, archived }) => ({
        fromId: initiative,
        intoId: archived,
        reason: TEXT,
        sure: 'on',
      }),
    },
  },
  'lib/site/ideas/actions.ts': {
    ideaAction: [
      { needs: 'anyone', about: 'checked', fields: () => ({ idea: IDEA, act: 'check' }) },
      {
        needs: 'initiative.write',
        scope: 'theirs',
        about: 'kept as a draft',
        fields: () => ({ idea: IDEA, act: 'keep' }),
      },
    ],
  },
  'lib/site/installation/actions.ts': {
    testMailAction: { needs: 'settings.manage', fields: () => ({}) },
  },
  'lib/site/jobs/actions.ts': {
    requestRunAction: { needs: 'settings.manage', fields: () => ({ name: 'close-rounds' }) },
  },
  'lib/site/settings/actions.ts': {
    saveIdentityAction: setting({ name: 'Andere naam', accent: '' }),
    saveHomeAction: setting({ titleNl: TEXT, leadNl: TEXT, titleEn: '', leadEn: '' }),
    saveStatementsAction: setting({ contact: '', privacyOfficer: TEXT, accessibility: 'none' }),
    saveRetentionAction: setting({ sessions: '30' }),
    saveSecurityAction: setting({ manager: 'on' }),
    saveSenderAction: setting({ senderName: TEXT, senderAddress: '' }),
    saveLanguagesAction: setting({ english: 'on' }),
    saveLogoAction: setting({ alt: TEXT }),
  },
  'lib/site/vocabularies/actions.ts': {
    createTermAction: {
      needs: manage,
      fields: () => ({ vocabulary: 'instrument', ...names }),
    },
    saveTermAction: term(() => ({ version: '1', ...names })),
    mergeTermAction: term(({ otherTerm }) => ({ intoId: otherTerm, sure: 'on' })),
    retireTermAction: term(() => ({ childrenTo: 'top', sure: 'on' })),
    restoreTermAction: term(),
  },
  'lib/site/term-suggestions/actions.ts': {
    suggestTermAction: {
      needs: 'initiative.write',
      scope: 'theirs',
      fields: () => ({ vocabulary: 'instrument', name: 'Werkladder', why: TEXT }),
    },
    addSuggestedAction: suggestion(() => names),
    existingTermAction: suggestion(({ term: termId }) => ({ termId })),
    refuseSuggestionAction: suggestion(() => ({ answer: TEXT })),
  },
  'lib/site/divisions/actions.ts': {
    saveDivisionAction: {
      needs: manage,
      fields: () => ({ lines: 'RM99;Nieuwe regio;2026-01-01;GM0855' }),
    },
    moveOrganisationAction: {
      needs: manage,
      fields: ({ organisation, region }) => ({
        organisationId: organisation,
        regionId: region,
        successorId: region,
      }),
    },
  },
}
