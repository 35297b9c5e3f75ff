import { NEW_ID, TEXT, type Fields, type Row, type Rows, type Targets } from '../rows.ts'

/** Of an initiative of the own organisation. */
const monitor = (fields: (targets: Targets) => Fields): Row => ({
  needs: 'policy.write',
  fields: (targets) => ({ initiativeId: targets.initiative, ...fields(targets) }),
})
/** Of the region of that initiative. */
const chain = (fields: (targets: Targets) => Fields): Row => ({
  needs: 'policy.write',
  scope: 'regionPolicy',
  fields: (targets) => ({ regionId: targets.region, ...fields(targets) }),
})
const verdict = (fields: (targets: Targets) => Fields): Row => ({
  needs: 'policy.write',
  scope: 'regionPolicy',
  fields: (targets) => ({ measureId: targets.measure, year: '2026', ...fields(targets) }),
})
const goal = ({ region }: Targets): Fields => ({
  goalId: NEW_ID,
  goalRegionId: region,
  goalTitle: TEXT,
})
const measure = (targets: Targets): Fields => ({
  measureId: NEW_ID,
  measureGoalId: targets.goal,
  measureTitle: TEXT,
})
const funding: Fields = {
  fundingId: NEW_ID,
  fundingType: 'esf-plus',
  provider: 'Gemeente',
  alignment: 'niet-beoordeeld',
}

export const MONITOR: Rows = {
  'lib/monitor/policies/actions.ts': {
    savePairingAction: monitor((one) => ({
      'goals.0.id': one.goal,
      'goals.0.linked': 'on',
      'goals.0.note': TEXT,
    })),
    saveGoalAction: monitor(goal),
    saveMeasureAction: monitor(measure),
    saveFundingAction: monitor(() => funding),
    deleteFundingAction: monitor((one) => ({ fundingId: one.funding, version: '1' })),
    saveTheoryAction: monitor(() => ({ version: '1', theoryInput: TEXT })),
    saveCostsAction: monitor(() => ({ version: '1', costBasis: TEXT })),
    saveConsequencesAction: monitor(() => ({ version: '1', displacement: 'geen-verdringing' })),
    savePlanningAction: monitor(() => ({ version: '1', nextMeasurementOn: '2035-01-01' })),
  },
  'lib/monitor/chains/actions.ts': {
    saveChainGoalAction: chain((one) => ({ ...goal(one), parentId: '' })),
    saveChainMeasureAction: chain(measure),
    saveChainFundingAction: chain((one) => ({ ...funding, fundingMeasureId: one.measure })),
    moveGoalAction: chain((one) => ({
      goalId: one.goal,
      version: '1',
      year: '2026',
      move: 'down',
    })),
    placeGoalAction: chain((one) => ({
      goalId: one.goal,
      version: '1',
      beforeId: one.otherGoal,
    })),
    removePartAction: chain((one) => ({
      kind: 'goal',
      id: one.otherGoal,
      version: '1',
    })),
    copyYearAction: chain(() => ({ year: '2026' })),
    addNationalGoalsAction: chain(() => ({ year: '2026' })),
  },
  'lib/monitor/chains/indicators.actions.ts': {
    savePolicyIndicatorAction: chain((one) => ({
      indicatorId: NEW_ID,
      indicatorOf: `goal ${one.goal}`,
      indicatorLabel: TEXT,
      indicatorUnit: 'people',
      baselineValue: '',
      baselineYear: '',
      targetValue: '10',
      targetYear: '2028',
      indicatorSource: '',
    })),
  },
  'lib/monitor/rounds/actions.ts': {
    saveRoundAction: chain(() => ({
      year: '2041',
      version: '0',
      expectationsOn: '2040-12-15',
      valuesOn: '2042-01-31',
      verdictsOn: '2042-02-28',
      councilOn: '2042-03-31',
    })),
  },
  'lib/monitor/worksheets/actions.ts': {
    saveWorksheetRowAction: chain((one) => ({
      kind: 'goal',
      id: one.goal,
      year: '2026',
      batchId: NEW_ID,
      'cell.who': TEXT,
      'was.who': '',
    })),
    undoWorksheetAction: chain(() => ({ batchId: NEW_ID })),
  },
  'lib/monitor/chains/import.actions.ts': {
    undoImportAction: chain(() => ({ importId: NEW_ID })),
    importChainAction: chain(() => ({
      rows: JSON.stringify([
        {
          row: 2,
          goal: TEXT,
          parent: '',
          description: '',
          measure: '',
          instrument: '',
          responsible: '',
          provider: '',
          fundingType: '',
          amount: '',
          startsOn: '',
          endsOn: '',
        },
      ]),
    })),
  },
  'lib/monitor/papers/actions.ts': {
    saveRequestAction: chain(() => ({ year: '2026', version: '0', request: TEXT })),
    freezePaperAction: chain(() => ({ year: '2026' })),
    saveDecisionAction: {
      needs: 'policy.write',
      scope: 'regionPolicy',
      fields: (one) => ({ paperId: one.boardPaper, decidedOn: '2026-01-15', decision: TEXT }),
    },
  },
  'lib/monitor/verdicts/actions.ts': {
    saveExpectationAction: verdict(() => ({ version: '0', expectationText: TEXT })),
    signExpectationAction: verdict(() => ({ version: '1' })),
    saveVerdictAction: verdict(() => ({ version: '0', observed: TEXT })),
    signVerdictAction: verdict(() => ({ version: '1' })),
    addReactionAction: verdict((one) => ({
      reactionId: NEW_ID,
      verdictId: one.verdict,
      constituency: 'employers',
      reactionText: TEXT,
    })),
    addOwnReactionAction: {
      ...verdict((one) => ({
        reactionId: NEW_ID,
        verdictId: one.verdict,
        reactionText: TEXT,
      })),
      needs: 'reaction.write',
    },
  },
}
