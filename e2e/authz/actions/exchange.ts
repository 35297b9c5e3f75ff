import { NEW_ID, TEXT, type Rows } from '../rows.ts'

const write = 'initiative.write'
const obstacle = {
  title: TEXT,
  description: TEXT,
  law: '',
  authority: 'national',
  groups: 'actief-cv-werknl',
}
const meeting = {
  title: TEXT,
  text: TEXT,
  day: '2035-06-01',
  from: '13:00',
  until: '15:00',
  place: 'Tilburg',
}
const call = { title: TEXT, text: TEXT, openUntil: '2026-12-31' }

export const EXCHANGE: Rows = {
  'lib/exchange/advices/actions.ts': {
    saveAdviceAction: {
      needs: 'obstacle.curate',
      fields: ({ obstacleSlug }) => ({ knelpunt: obstacleSlug, titel: TEXT }),
    },
  },
  'lib/exchange/overlap/actions.ts': {
    decideOverlapAction: {
      needs: write,
      fields: ({ draft, otherInitiative }) => ({
        revisionId: draft,
        otherId: otherInitiative,
        [`answer_${otherInitiative}`]: 'separate',
        [`words_${otherInitiative}`]: TEXT,
      }),
    },
    replyJoinAction: {
      needs: write,
      fields: ({ joining }) => ({ joinId: joining, welcome: 'yes', words: TEXT }),
    },
  },
  'lib/exchange/obstacles/actions.ts': {
    addObstacleAction: {
      needs: write,
      fields: ({ organisation }) => ({
        ...obstacle,
        organisationId: organisation,
        confirmed: 'on',
      }),
    },
    saveObstacleAction: {
      needs: [write, 'obstacle.curate'],
      fields: (one) => ({ ...obstacle, obstacleId: one.obstacle, version: '1' }),
    },
    linkObstacleAction: {
      needs: write,
      fields: (one) => ({ obstacleId: one.obstacle, initiativeId: one.initiative, note: '' }),
    },
    unlinkObstacleAction: {
      needs: write,
      fields: (one) => ({ obstacleId: one.obstacle, initiativeId: one.initiative }),
    },
    stepObstacleAction: {
      needs: [write, 'obstacle.curate'],
      fields: (one) => ({
        obstacleId: one.obstacle,
        version: '1',
        to: 'raised',
        on: '2026-01-01',
        note: TEXT,
      }),
    },
    mergeObstacleAction: {
      needs: 'obstacle.curate',
      fields: (one) => ({ obstacleId: one.obstacle, version: '1', keep: one.otherObstacleSlug }),
    },
    unmergeObstacleAction: {
      needs: 'obstacle.curate',
      fields: (one) => ({ obstacleId: one.obstacle, mergeId: one.merge }),
    },
  },
  'lib/exchange/adoptions/actions.ts': {
    considerAction: {
      needs: write,
      fields: ({ otherInitiative, organisation }) => ({
        initiativeId: otherInitiative,
        organisationId: organisation,
        goal: TEXT,
        targetGroup: 'actief-cv-werknl',
        question: '',
      }),
    },
    answerAdoptionAction: {
      needs: write,
      fields: ({ asked }) => ({ adoptionId: asked, answer: TEXT }),
    },
    saveSheetAction: {
      needs: write,
      fields: ({ adoption }) => ({ adoptionId: adoption, version: '1', kept: TEXT }),
    },
    prepareAction: {
      needs: write,
      fields: ({ adoption }) => ({ adoptionId: adoption, version: '1' }),
    },
    runAdoptionAction: {
      needs: write,
      fields: ({ adoption }) => ({ adoptionId: adoption, version: '1', startsOn: '2026-01-01' }),
    },
    stopAdoptionAction: {
      needs: write,
      fields: ({ adoption }) => ({ adoptionId: adoption, version: '1', stopReason: TEXT }),
    },
    checkinAction: {
      needs: write,
      fields: ({ adoption }) => ({ adoptionId: adoption, month: '6', result: TEXT, lesson: TEXT }),
    },
    handOverAction: {
      needs: write,
      fields: ({ adoption, ownEditor }) => ({
        adoptionId: adoption,
        version: '1',
        holderId: ownEditor,
      }),
    },
    saveOwnAction: {
      needs: write,
      fields: ({ adoption }) => ({ adoptionId: adoption, version: '1', ownInitiativeId: '' }),
    },
  },
  'lib/exchange/calls/actions.ts': {
    postCallAction: {
      needs: write,
      scope: 'theirs',
      fields: ({ regionSlug }) => ({ ...call, region: regionSlug }),
    },
    editCallAction: {
      needs: write,
      fields: (one) => ({ ...call, callId: one.call, version: '1', region: one.regionSlug }),
    },
    endCallAction: {
      needs: write,
      fields: (one) => ({ callId: one.call, version: '1', how: 'closed', outcome: TEXT }),
    },
    replyCallAction: {
      needs: 'acting',
      fields: ({ otherCall, organisation }) => ({
        callId: otherCall,
        organisationId: organisation,
        text: TEXT,
      }),
    },
    reportCallAction: {
      needs: 'signedIn',
      fields: (one) => ({ callId: one.call, reason: TEXT }),
    },
    hideCallAction: {
      needs: 'post.moderate',
      fields: (one) => ({ callId: one.call, reason: TEXT }),
    },
    restoreCallAction: { needs: 'post.moderate', fields: (one) => ({ callId: one.call }) },
  },
  'lib/exchange/meetings/actions.ts': {
    planMeetingAction: {
      needs: write,
      fields: ({ organisation }) => ({ ...meeting, organisationId: organisation }),
    },
    editMeetingAction: {
      needs: write,
      fields: ({ planned }) => ({ ...meeting, meetingId: planned, version: '1' }),
    },
    cancelMeetingAction: {
      needs: write,
      fields: ({ planned }) => ({ meetingId: planned, version: '1', reason: TEXT }),
    },
    signUpAction: { needs: 'signedIn', fields: ({ planned }) => ({ meetingId: planned }) },
    withdrawAction: { needs: 'signedIn', fields: ({ planned }) => ({ meetingId: planned }) },
    addMaterialAction: {
      needs: write,
      fields: ({ planned }) => ({
        meetingId: planned,
        material: TEXT,
        url: 'https://voorbeeld.nl/',
      }),
    },
    removeMaterialAction: {
      needs: write,
      fields: ({ planned, material }) => ({ meetingId: planned, partId: material }),
    },
    saveOutcomeAction: {
      needs: write,
      fields: ({ held }) => ({ meetingId: held, version: '1', outcome: TEXT }),
    },
    creditMeetingAction: {
      needs: write,
      fields: ({ held }) => ({ meetingId: held, text: TEXT }),
    },
    removeCreditAction: {
      needs: write,
      fields: ({ held, credit }) => ({ meetingId: held, partId: credit }),
    },
  },
  'lib/exchange/contacts/actions.ts': {
    sendContactAction: {
      needs: 'outsider',
      fields: ({ initiativeSlug }) => ({ slug: initiativeSlug, message: TEXT }),
    },
    sendRegionContactAction: {
      needs: 'signedIn',
      fields: ({ contactRegionSlug, contact }) => ({
        slug: contactRegionSlug,
        contactId: contact,
        message: TEXT,
      }),
    },
    handledContactAction: { needs: 'proof', fields: () => ({ token: 'verzonnen' }) },
    saveRegionContactAction: {
      needs: 'policy.write',
      scope: 'regionPolicy',
      fields: ({ region }) => ({ regionId: region, role: TEXT, subjects: '' }),
    },
    removeRegionContactAction: {
      needs: 'policy.write',
      scope: 'regionPolicy',
      fields: ({ region }) => ({ regionId: region, contactId: NEW_ID }),
    },
  },
  'lib/exchange/questions/actions.ts': {
    askAction: {
      needs: 'acting',
      fields: ({ initiative, organisation }) => ({
        initiativeId: initiative,
        organisationId: organisation,
        text: TEXT,
      }),
    },
    answerQuestionAction: {
      needs: 'acting',
      fields: ({ question, organisation }) => ({
        postId: question,
        organisationId: organisation,
        text: TEXT,
      }),
    },
    acceptAnswerAction: {
      needs: write,
      fields: ({ answer }) => ({ postId: answer, accept: '1' }),
    },
    reportPostAction: {
      needs: 'signedIn',
      fields: ({ question }) => ({ postId: question, reason: TEXT }),
    },
    hidePostAction: {
      needs: 'post.moderate',
      fields: ({ question }) => ({ postId: question, reason: TEXT }),
    },
    showPostAction: { needs: 'post.moderate', fields: ({ question }) => ({ postId: question }) },
    keepPostAction: { needs: 'post.moderate', fields: ({ question }) => ({ postId: question }) },
  },
  'lib/exchange/learning/actions.ts': {
    saveQuestionAction: {
      needs: 'policy.write',
      scope: 'regionPolicy',
      fields: ({ region }) => ({ regionId: region, questionId: NEW_ID, question: TEXT }),
    },
  },
}
