import { TEXT, type Row, type Rows } from '../rows.ts'

const write = 'initiative.write'
const revision = (name: 'draft' | 'submitted', fields: Readonly<Record<string, string>> = {}) =>
  ({
    needs: write,
    fields: (targets) => ({ revisionId: targets[name], version: '1', ...fields }),
  }) satisfies Row
const PICTURE = { mediaId: 'picture' } as const
const media = ({
  mediaId,
  ...fields
}: Readonly<Record<string, string>> & { mediaId?: 'picture' | 'paper' }): Row => ({
  needs: write,
  fields: (targets) => ({
    revisionId: targets.draft,
    ...(mediaId !== undefined && { mediaId: targets[mediaId] }),
    ...fields,
  }),
})
const collection = (fields: Readonly<Record<string, string>>): Row => ({
  needs: write,
  fields: (one) => ({ collectionId: one.collection, version: '1', ...fields }),
})
const search = (fields: Readonly<Record<string, string>> = {}): Row => ({
  needs: 'owner',
  fields: (one) => ({ id: one.search, ...fields }),
})

const imports = (fields: Readonly<Record<string, string>> = {}): Row => ({
  needs: 'initiative.import',
  fields: (one) => ({ importId: one.initiativeFile, ...fields }),
})

export const KNOWLEDGE: Rows = {
  'lib/knowledge/initiatives/actions.ts': {
    confirmInitiativeAction: {
      needs: write,
      fields: ({ initiative }) => ({ initiativeId: initiative }),
    },
  },
  'lib/knowledge/closures/actions.ts': {
    closeInitiativeAction: {
      needs: [write, 'initiative.review'],
      scope: 'region',
      fields: ({ initiative }) => ({ initiativeId: initiative, kind: 'archived', reason: TEXT }),
    },
    reopenInitiativeAction: {
      needs: [write, 'initiative.review'],
      scope: 'region',
      fields: ({ archived }) => ({ initiativeId: archived }),
    },
  },
  'lib/knowledge/schedules/actions.ts': {
    planPublicationAction: {
      ...revision('submitted', { day: '2099-01-01', time: '' }),
      needs: 'initiative.review',
      scope: 'region',
    },
    planClosingAction: {
      needs: [write, 'initiative.review'],
      scope: 'region',
      fields: ({ initiative }) => ({
        initiativeId: initiative,
        kind: 'archived',
        reason: TEXT,
        day: '2099-01-01',
        time: '',
      }),
    },
    cancelPlanAction: { needs: write, fields: ({ plan }) => ({ id: plan }) },
  },
  'lib/knowledge/corrections/actions.ts': {
    publishCorrectionAction: revision('draft', { changeReason: TEXT }),
    approveCorrectionAction: {
      needs: 'initiative.review',
      scope: 'region',
      fields: ({ correction }) => ({ revisionId: correction }),
    },
    sendCorrectionBackAction: {
      needs: 'initiative.review',
      scope: 'region',
      fields: ({ correction }) => ({ revisionId: correction, reason: TEXT }),
    },
  },
  'lib/knowledge/handovers/actions.ts': {
    offerInitiativeAction: {
      needs: write,
      fields: ({ initiative, otherOrganisation }) => ({
        initiativeId: initiative,
        toId: otherOrganisation,
        message: TEXT,
      }),
    },
    cancelHandoverAction: {
      needs: write,
      fields: ({ archived }) => ({ initiativeId: archived }),
    },
    acceptHandoverAction: {
      needs: write,
      fields: ({ offered }) => ({ initiativeId: offered }),
    },
    declineHandoverAction: {
      needs: write,
      fields: ({ offered }) => ({ initiativeId: offered, reason: TEXT }),
    },
  },
  'lib/knowledge/splits/actions.ts': {
    splitInitiativeAction: {
      needs: write,
      fields: ({ initiative }) => ({ initiativeId: initiative, title: TEXT, summary: 'on' }),
    },
  },
  'lib/knowledge/documents/actions.ts': {
    readPastedAction: { needs: write, scope: 'theirs', fields: () => ({ text: TEXT }) },
    draftFromReadingAction: {
      needs: 'owner',
      fields: ({ organisation, reading }) => ({
        organisationId: organisation,
        readingId: reading,
        title: TEXT,
      }),
    },
  },
  'lib/knowledge/initiative-imports/actions.ts': {
    checkColumnsAction: imports({ 'column-0': 'title' }),
    checkAgainAction: imports(),
    requestImportAction: imports(),
    cancelImportAction: imports(),
    discardImportAction: imports(),
    undoImportAction: imports(),
  },
  'lib/knowledge/revisions/actions.ts': {
    createInitiativeAction: {
      needs: write,
      fields: ({ organisation }) => ({ title: TEXT, organisationId: organisation }),
    },
    saveDraftAction: revision('draft', {
      part: 'basis',
      title: TEXT,
      summary: TEXT,
      intent: 'save',
    }),
    submitDraftAction: revision('draft'),
    startRevisionAction: {
      needs: write,
      fields: ({ initiative }) => ({ initiativeId: initiative }),
    },
    withdrawAction: revision('submitted'),
  },
  'lib/knowledge/revisions/review.actions.ts': {
    decideAction: {
      ...revision('submitted', { intent: 'return', reason: TEXT, 'remarks.summary': TEXT }),
      needs: 'initiative.review',
      scope: 'region',
    },
  },
  'lib/knowledge/revisions/history.actions.ts': {
    submitVersionAction: revision('draft', { changeReason: TEXT }),
    restoreVersionAction: {
      needs: write,
      fields: ({ initiative }) => ({ initiativeId: initiative, number: '1' }),
    },
  },
  'lib/knowledge/revisions/media.actions.ts': {
    addImageAction: media({ alt: TEXT }),
    changeImageAction: media({ ...PICTURE, alt: TEXT, focusX: '50', focusY: '50' }),
    addAttachmentAction: media({ title: TEXT }),
    changeAttachmentAction: media({ mediaId: 'paper', title: TEXT }),
    moveMediaAction: media({ ...PICTURE, kind: 'image', to: 'up' }),
    removeMediaAction: media({ ...PICTURE, kind: 'image' }),
  },
  'lib/knowledge/saved-searches/actions.ts': {
    saveSearchAction: {
      needs: 'signedIn',
      fields: () => ({ name: TEXT, parameters: 'q=techniek' }),
    },
    renameSearchAction: {
      needs: 'owner',
      fields: (one) => ({
        id: one.search,
        version: '1',
        [`name-${one.search}`]: TEXT,
      }),
    },
    followSearchAction: search({ follow: '1' }),
    deleteSearchAction: search(),
    openSearchAction: search(),
  },
  'lib/knowledge/collections/actions.ts': {
    createCollectionAction: {
      needs: write,
      fields: ({ organisation }) => ({ organisationId: organisation, title: TEXT, lead: TEXT }),
    },
    saveCollectionAction: collection({ title: TEXT, lead: TEXT, story: '' }),
    addEntryAction: collection({ address: '/initiatieven/rangeerterrein', why: '' }),
    changeEntryAction: {
      needs: write,
      fields: (one) => ({
        collectionId: one.collection,
        version: '1',
        initiativeId: one.initiative,
        act: 'remove',
      }),
    },
    publishCollectionAction: collection({ act: 'withdraw' }),
  },
}
