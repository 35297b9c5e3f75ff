/**
 * What a person wrote and judged. Of a row that several people filled, each gets the columns that
 * they filled themselves.
 * Source: GDPR, articles 15 and 20.
 */
import { INITIATIVE, MEASURE, ORGANISATION, REGION } from './fragments.rules'
import { JUDGEMENT_SECTIONS } from './judgement.rules'
import type { Section } from './types'

const WRITTEN: readonly Section[] = [
  {
    key: 'term_suggestions',
    title: 'Begrippen die u voorstelde',
    table: 'term_suggestion_proposer',
    person: 'user_id',
    columns: ['why', 'created_at'],
    joined: {
      name: '(SELECT s.name FROM term_suggestion s WHERE s.id = t.suggestion_id)',
      status: '(SELECT s.status FROM term_suggestion s WHERE s.id = t.suggestion_id)',
      answer: '(SELECT s.answer FROM term_suggestion s WHERE s.id = t.suggestion_id)',
    },
  },
  {
    key: 'region_divisions',
    title: 'Indelingen van regio’s die u inlas',
    table: 'region_division',
    person: 'created_by_id',
    columns: ['valid_from', 'created_at'],
  },
  {
    key: 'term_decisions',
    title: 'Voorstellen voor begrippen waarover u besloot',
    table: 'term_suggestion',
    person: 'decided_by_id',
    columns: ['name', 'status', 'answer', 'decided_at'],
    order: 't.decided_at DESC',
  },
  {
    key: 'document_readings',
    title: 'Wat het platform in uw documenten las en u nog niet gebruikte',
    table: 'document_reading',
    person: 'user_id',
    columns: ['source', 'created_at', 'expires_at'],
    joined: { proposals: 't.proposals::text' },
  },
  {
    key: 'initiative_imports',
    title: 'Bestanden met initiatieven die u importeerde',
    table: 'initiative_import',
    person: 'created_by_id',
    columns: ['file_name', 'status', 'rows', 'created_at', 'finished_at', 'undone_at'],
    joined: ORGANISATION,
  },
  {
    key: 'initiatives',
    title: 'Initiatieven die u aanmaakte',
    table: 'initiative',
    person: 'created_by_id',
    columns: ['created_at', 'first_published_at'],
    joined: { ...INITIATIVE('t.id'), ...ORGANISATION },
  },
  {
    key: 'revisions',
    title: 'Concepten en versies die u schreef',
    table: 'initiative_revision',
    person: 'created_by_id',
    columns: [
      'title',
      'number',
      'status',
      'change_reason',
      'created_at',
      'updated_at',
      'submitted_at',
      'published_at',
    ],
    joined: { initiative_page: INITIATIVE('t.initiative_id').initiative_page },
  },
  {
    key: 'initiative_handovers',
    title: 'Initiatieven die u aanbood aan een andere organisatie',
    table: 'initiative_handover',
    person: 'created_by_id',
    columns: ['message', 'created_at'],
    joined: INITIATIVE('t.initiative_id'),
  },
  {
    key: 'initiative_plans',
    title: 'Wat u plande om later te publiceren of uit de lijsten te halen',
    table: 'initiative_schedule',
    person: 'created_by_id',
    columns: ['act', 'at', 'reason', 'created_at'],
    joined: INITIATIVE('t.initiative_id'),
  },
  {
    key: 'revision_decisions',
    title: 'Versies waarover u besloot',
    table: 'initiative_revision',
    person: 'decided_by_id',
    columns: ['number', 'status', 'decided_at', 'return_reason'],
    joined: INITIATIVE('t.initiative_id'),
    order: 't.decided_at DESC',
  },
  {
    key: 'contact_person_of',
    title: 'Versies waarin u contactpersoon bent',
    table: 'initiative_revision',
    person: null,
    where: 'lower(t.contact_email) = $2',
    columns: [
      'number',
      'status',
      'contact_name',
      'contact_role',
      'contact_email',
      'contact_consent',
    ],
    joined: INITIATIVE('t.initiative_id'),
  },
  {
    key: 'overlap_choices',
    title: 'Uw keuzes bij initiatieven die op elkaar lijken',
    table: 'overlap_choice',
    person: 'actor_id',
    columns: ['answer', 'words', 'created_at'],
    joined: INITIATIVE('t.initiative_id'),
  },
  {
    key: 'overlap_replies',
    title: 'Uw antwoorden aan wie wil aansluiten',
    table: 'overlap_reply',
    person: 'actor_id',
    columns: ['welcome', 'words', 'created_at'],
    joined: INITIATIVE('(SELECT h.other_id FROM overlap_choice h WHERE h.id = t.choice_id)'),
  },
  {
    key: 'collections',
    title: 'Verzamelingen die u maakte',
    table: 'collection',
    person: 'created_by_id',
    columns: ['title', 'lead', 'story', 'created_at', 'updated_at', 'published_at'],
    joined: {
      ...ORGANISATION,
      collection_page: 'CASE WHEN t.published_at IS NOT NULL THEN t.slug END',
    },
  },
]

const POLICY: readonly Section[] = [
  {
    key: 'policy_expectations',
    title: 'Verwachtingen die u ondertekende',
    table: 'policy_expectation',
    person: 'signed_by_id',
    columns: ['year', 'text', 'written_afterwards', 'signed_at'],
    joined: MEASURE('t.measure_id'),
  },
  {
    key: 'policy_verdicts',
    title: 'Oordelen over beleid die u ondertekende',
    table: 'policy_verdict',
    person: 'signed_by_id',
    columns: ['year', 'observed', 'other_causes', 'confidence', 'decision', 'reason', 'signed_at'],
    joined: MEASURE('t.measure_id'),
  },
  {
    key: 'verdict_reactions',
    title: 'Reacties op oordelen over beleid',
    table: 'verdict_reading',
    person: 'created_by_id',
    columns: ['constituency', 'text', 'by_member', 'created_at'],
    joined: MEASURE('(SELECT v.measure_id FROM policy_verdict v WHERE v.id = t.verdict_id)'),
  },
  {
    key: 'figure_imports',
    title: 'Cijfers die u inlas',
    table: 'stat_import',
    person: 'actor_id',
    columns: ['label', 'status', 'trigger', 'started_at', 'finished_at'],
    order: 't.started_at DESC',
  },
  {
    key: 'figure_samples',
    title: 'Voorbeeldbestanden met cijfers',
    table: 'stat_sample',
    person: 'created_by_id',
    columns: ['kind', 'label', 'created_at'],
  },
  {
    key: 'learning_questions',
    title: 'Leervragen die u stelde',
    table: 'learning_question',
    person: 'created_by_id',
    columns: ['question', 'why', 'answer_by', 'status', 'learnt', 'created_at'],
    joined: REGION,
  },
]

export const KNOWLEDGE_SECTIONS: readonly Section[] = [...WRITTEN, ...JUDGEMENT_SECTIONS, ...POLICY]
