/** What a person judged and measured. Source: GDPR, articles 15 and 20. */
import { INITIATIVE, ORGANISATION } from './fragments.rules'
import type { Section } from './types'

/** The initiative of a row about a measurement. */
const OF_MEASUREMENT = `(
  SELECT n.initiative_id
  FROM measurement m
  JOIN initiative_indicator n ON n.id = m.indicator_id
  WHERE m.id = t.measurement_id
)`

export const JUDGEMENT_SECTIONS: readonly Section[] = [
  {
    key: 'contests',
    title: 'Wat u betwistte',
    table: 'contest',
    person: 'contester_id',
    columns: ['about', 'reason', 'source', 'state', 'decision', 'created_at', 'ended_at'],
    joined: INITIATIVE('t.initiative_id'),
  },
  {
    key: 'contests_decided',
    title: 'Betwistingen waarover u besliste',
    table: 'contest',
    person: 'decider_id',
    columns: ['about', 'state', 'decision', 'ended_at'],
    joined: INITIATIVE('t.initiative_id'),
  },
  {
    key: 'assessment_rounds',
    title: 'Rondes die u vroeg',
    table: 'assessment_round',
    person: 'requested_by_id',
    columns: ['number', 'kind', 'status', 'deadline', 'created_at', 'closed_at'],
    joined: INITIATIVE('t.initiative_id'),
  },
  {
    key: 'panel_invitations',
    title: 'Uitnodigingen voor een panel',
    table: 'assessment_invitation',
    person: 'assessor_id',
    columns: ['state', 'reason', 'created_at', 'answered_at', 'reminded_at'],
    joined: INITIATIVE('(SELECT q.initiative_id FROM assessment_round q WHERE q.id = t.round_id)'),
  },
  {
    key: 'assessments',
    title: 'Uw oordelen',
    table: 'assessment',
    person: 'assessor_id',
    columns: ['kind', 'round', 'constituency', 'status', 'created_at', 'submitted_at'],
    joined: { ...INITIATIVE('t.initiative_id'), ...ORGANISATION },
  },
  {
    key: 'assessment_scores',
    title: 'Uw scores met redenen',
    table: 'assessment_score',
    person: null,
    where: 't.assessment_id IN (SELECT id FROM assessment WHERE assessor_id = $1::uuid)',
    columns: ['score', 'cannot_judge', 'reason'],
    joined: {
      criterion: '(SELECT c.label_nl FROM criterion c WHERE c.id = t.criterion_id)',
      ...INITIATIVE('(SELECT a.initiative_id FROM assessment a WHERE a.id = t.assessment_id)'),
    },
    order: 't.assessment_id DESC, t.criterion_id',
  },
  {
    key: 'assessment_replies',
    title: 'Uw reacties op oordelen',
    table: 'assessment_reply',
    person: 'author_id',
    columns: ['version', 'text', 'created_at'],
    joined: {
      criterion: '(SELECT c.label_nl FROM criterion c WHERE c.id = t.criterion_id)',
      ...INITIATIVE('(SELECT a.initiative_id FROM assessment a WHERE a.id = t.assessment_id)'),
      ...ORGANISATION,
    },
  },
  {
    key: 'measurement_replies',
    title: 'Uw reacties op metingen',
    table: 'measurement_reply',
    person: 'author_id',
    columns: ['version', 'text', 'created_at'],
    joined: { ...INITIATIVE(OF_MEASUREMENT), ...ORGANISATION },
  },
  {
    key: 'reconsiderations',
    title: 'Vragen om na een meting opnieuw te kijken',
    table: 'reconsideration',
    person: 'assessor_id',
    columns: ['answer', 'reason', 'created_at', 'answered_at'],
    joined: INITIATIVE(OF_MEASUREMENT),
  },
  {
    key: 'measurements',
    title: 'Metingen die u invoerde',
    table: 'measurement',
    person: 'created_by_id',
    columns: [
      'measured_on',
      'period_start',
      'period_end',
      'value',
      'numerator',
      'n',
      'population',
      'horizon',
      'qualifier',
      'design',
      'comparison_numerator',
      'comparison_n',
      'comparison_description',
      'independent',
      'measured_by',
      'source_title',
      'source_url',
      'note',
      'correction_reason',
      'created_at',
    ],
    joined: {
      indicator: '(SELECT n.label FROM initiative_indicator n WHERE n.id = t.indicator_id)',
      ...INITIATIVE(
        '(SELECT n.initiative_id FROM initiative_indicator n WHERE n.id = t.indicator_id)',
      ),
    },
  },
]
