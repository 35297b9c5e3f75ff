import { NEW_ID, TEXT, type Rows } from '../rows.ts'

const figures = 'figures.manage'

export const JUDGEMENT: Rows = {
  'lib/judgement/panels/actions.ts': {
    requestRoundAction: {
      needs: ['round.request', 'round.manage'],
      fields: ({ initiative }) => ({
        initiativeId: initiative,
        kind: 'fresh',
        deadline: '2026-12-24',
      }),
    },
    inviteAction: {
      needs: 'round.manage',
      fields: ({ round, bystander }) => ({ roundId: round, assessors: bystander }),
    },
  },
  'lib/judgement/contests/actions.ts': {
    contestAction: {
      needs: 'signedIn',
      fields: ({ initiative }) => ({
        initiativeId: initiative,
        subject: 'evidence',
        reason: TEXT,
        source: '',
      }),
    },
    decideContestAction: {
      needs: 'contest.decide',
      scope: 'region',
      fields: ({ contest }) => ({ id: contest, outcome: 'rejected', decision: TEXT }),
    },
    withdrawContestAction: { needs: 'owner', fields: ({ ownContest }) => ({ id: ownContest }) },
  },
  'lib/judgement/assessments/actions.ts': {
    saveAssessmentAction: [
      {
        needs: 'selfScore.write',
        about: 'self',
        fields: ({ initiativeSlug }) => ({
          slug: initiativeSlug,
          kind: 'self',
          version: '0',
          constituency: 'employers',
        }),
      },
      {
        needs: 'assessment.write',
        scope: 'region',
        about: 'panel',
        fields: ({ initiativeSlug }) => ({
          slug: initiativeSlug,
          kind: 'panel',
          version: '0',
          constituency: 'employers',
        }),
      },
    ],
    answerInvitationAction: {
      needs: 'assessment.write',
      scope: 'region',
      fields: ({ initiativeSlug }) => ({ slug: initiativeSlug, answer: 'accepted', reason: '' }),
    },
    endRoundAction: { needs: 'round.manage', fields: ({ round }) => ({ roundId: round }) },
    saveReplyAction: {
      needs: 'selfScore.write',
      fields: ({ assessment }) => ({
        assessmentId: assessment,
        criterion: 'vernieuwend',
        version: '0',
        text: TEXT,
      }),
    },
  },
  'lib/judgement/measurements/replies.actions.ts': {
    saveMeasurementReplyAction: {
      needs: 'selfScore.write',
      fields: ({ measured }) => ({ measurementId: measured, version: '0', text: TEXT }),
    },
  },
  'lib/judgement/reconsiderations/actions.ts': {
    reconsiderAction: {
      needs: 'owner',
      fields: ({ reconsideration }) => ({ id: reconsideration, answer: 'stands', reason: TEXT }),
    },
  },
  'lib/judgement/measurements/actions.ts': {
    saveIndicatorAction: {
      needs: 'measurement.write',
      fields: ({ initiative }) => ({
        initiativeId: initiative,
        indicatorId: NEW_ID,
        indicatorLabel: TEXT,
        unit: 'personen',
        resultType: 'activiteit',
      }),
    },
    saveMeasurementAction: {
      needs: 'measurement.write',
      fields: ({ initiative, indicator }) => ({
        initiativeId: initiative,
        measurementId: NEW_ID,
        measuredIndicatorId: indicator,
        measuredOn: '2026-01-01',
        value: '3',
        measurementSource: TEXT,
      }),
    },
  },
  'lib/figures/datasets/actions.ts': {
    openTableAction: { needs: figures, fields: () => ({ table: '99999NED' }) },
    refreshTableAction: { needs: figures, fields: ({ dataset }) => ({ dataset }) },
    createIndicatorAction: {
      needs: figures,
      fields: () => ({
        labelNl: TEXT,
        labelEn: TEXT,
        definitionNl: TEXT,
        definitionEn: TEXT,
        unit: 'personen',
        decimals: '0',
      }),
    },
  },
  'lib/figures/imports/actions.ts': {
    saveImportAction: { needs: figures, fields: (one) => ({ importId: one.import }) },
    cancelImportAction: { needs: figures, fields: (one) => ({ importId: one.import }) },
    fetchTableAction: { needs: figures, fields: ({ dataset }) => ({ dataset }) },
    saveFileMappingAction: { needs: figures, fields: () => ({ sampleId: NEW_ID, title: TEXT }) },
    saveTableMappingAction: { needs: figures, fields: () => ({ sampleId: NEW_ID, title: TEXT }) },
  },
}
