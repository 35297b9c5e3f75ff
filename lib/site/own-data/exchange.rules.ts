/**
 * What a person exchanged with others. The words of others are theirs and are left out.
 * Source: GDPR, articles 15 (4) and 20 (4).
 */
import { INITIATIVE, ORGANISATION, REGION, TERM } from './fragments.rules'
import type { Section } from './types'

const call = (id: string) => ({
  call: `(SELECT c.title FROM open_call c WHERE c.id = ${id})`,
  call_page: `(SELECT c.slug FROM open_call c WHERE c.id = ${id} AND c.hidden_at IS NULL)`,
})
const obstacle = (id: string, name = 'obstacle') => ({
  [name]: `(SELECT b.title FROM obstacle b WHERE b.id = ${id})`,
})
const merged = { ...obstacle('t.merged_id'), ...obstacle('t.kept_id', 'merged_into') }

const ADOPTING: readonly Section[] = [
  {
    key: 'adoptions',
    title: 'Overnames waarvoor u zorgt',
    table: 'adoption',
    person: 'holder_id',
    columns: [
      'status',
      'goal',
      'question',
      'kept',
      'changed',
      'dropped',
      'reason',
      'legal_checks',
      'cost',
      'starts_on',
      'stop_reason',
      'stopped_on',
      'created_at',
      'updated_at',
    ],
    joined: {
      ...INITIATIVE('t.initiative_id'),
      ...ORGANISATION,
      ...TERM('t.target_group_id', 'target_group'),
    },
  },
  {
    key: 'adoption_answers',
    title: 'Uw antwoorden aan wie iets overneemt',
    table: 'adoption',
    person: 'answered_by_id',
    columns: ['answer', 'answered_at'],
    joined: INITIATIVE('t.initiative_id'),
    order: 't.answered_at DESC',
  },
  {
    key: 'adoption_checkins',
    title: 'Wat u over een overname vertelde',
    table: 'adoption_checkin',
    person: 'author_id',
    columns: ['month', 'result', 'lesson', 'created_at'],
    joined: INITIATIVE('(SELECT d.initiative_id FROM adoption d WHERE d.id = t.adoption_id)'),
  },
]

const ASKING: readonly Section[] = [
  {
    key: 'calls',
    title: 'Oproepen die u plaatste',
    table: 'open_call',
    person: 'author_id',
    columns: ['title', 'text', 'open_until', 'status', 'outcome', 'created_at', 'hidden_at'],
    joined: { ...ORGANISATION, call_page: call('t.id').call_page },
  },
  {
    key: 'call_replies',
    title: 'Uw reacties op oproepen',
    table: 'call_reply',
    person: 'author_id',
    columns: ['text', 'created_at', 'hidden_at'],
    joined: { ...ORGANISATION, ...call('t.call_id') },
  },
  {
    key: 'call_reports',
    title: 'Uw meldingen over oproepen',
    table: 'call_report',
    person: 'reporter_id',
    columns: ['reason', 'created_at', 'settled_at'],
    joined: call('t.call_id'),
  },
  {
    key: 'contacts_sent',
    title: 'Berichten die u aan contactpersonen stuurde',
    table: 'contact_request',
    person: 'sender_id',
    columns: ['contact_name', 'message', 'created_at', 'handled_at'],
    joined: { ...INITIATIVE('t.initiative_id'), ...REGION, ...ORGANISATION },
  },
  {
    key: 'contacts_received',
    title: 'Berichten aan u als contactpersoon',
    table: 'contact_request',
    person: 'receiver_id',
    // Who is named in an initiative is reached by address alone.
    where: `(t.receiver_id = $1::uuid OR t.mail_id IN
      (SELECT m.id FROM mail m WHERE m.recipient_id = $1::uuid OR m.to_address = $2))`,
    columns: ['contact_name', 'created_at', 'handled_at'],
    joined: { ...INITIATIVE('t.initiative_id'), ...REGION },
  },
  {
    key: 'enquiries_sent',
    title: 'Berichten die u zonder account of buiten de contactpersoon om stuurde',
    table: 'enquiry',
    person: null,
    where: `(t.email = $2 AND t.state <> 'pending')`,
    columns: [
      'kind',
      'writer',
      'name',
      'email',
      'subject',
      'state',
      'outcome',
      'created_at',
      'confirmed_at',
    ],
    joined: { ...INITIATIVE('t.initiative_id'), ...REGION, ...ORGANISATION },
  },
  {
    key: 'enquiry_words',
    title: 'Wat u in die berichten schreef',
    table: 'enquiry_entry',
    person: null,
    where: `(t.from_outside AND t.enquiry_id IN
      (SELECT e.id FROM enquiry e WHERE e.email = $2 AND e.state <> 'pending'))`,
    columns: ['text', 'created_at'],
  },
  {
    key: 'enquiries_received',
    title: 'Berichten van mensen zonder account aan u',
    table: 'enquiry',
    person: 'receiver_id',
    columns: ['kind', 'state', 'outcome', 'created_at'],
    joined: { ...INITIATIVE('t.initiative_id'), ...REGION },
  },
  {
    key: 'enquiry_answers',
    title: 'Uw antwoorden aan mensen zonder account',
    table: 'enquiry_entry',
    person: 'author_id',
    columns: ['on_behalf_of', 'text', 'created_at'],
  },
  {
    key: 'region_contacts',
    title: 'Regio’s waarvan u contactpersoon bent',
    table: 'region_contact',
    person: 'user_id',
    columns: ['role', 'about', 'created_at', 'updated_at'],
    joined: REGION,
  },
  {
    key: 'posts',
    title: 'Uw vragen en antwoorden bij initiatieven',
    table: 'post',
    person: 'author_id',
    columns: ['text', 'created_at', 'hidden_at'],
    joined: {
      kind: `CASE WHEN t.question_id IS NULL THEN 'question' ELSE 'answer' END`,
      ...INITIATIVE('t.initiative_id'),
      ...ORGANISATION,
    },
  },
  {
    key: 'posts_hidden',
    title: 'Vragen en antwoorden die u verborg',
    table: 'post',
    person: 'hidden_by_id',
    columns: ['hide_reason', 'hidden_at'],
    joined: INITIATIVE('t.initiative_id'),
    order: 't.hidden_at DESC',
  },
  {
    key: 'post_reports',
    title: 'Uw meldingen over vragen en antwoorden',
    table: 'post_report',
    person: 'reporter_id',
    columns: ['reason', 'created_at', 'settled_at'],
    joined: INITIATIVE('(SELECT p.initiative_id FROM post p WHERE p.id = t.post_id)'),
  },
]

const MEETING_AND_SOLVING: readonly Section[] = [
  {
    key: 'meetings',
    title: 'Bijeenkomsten die u plande',
    table: 'meeting',
    person: 'author_id',
    columns: [
      'title',
      'text',
      'starts_at',
      'ends_at',
      'place',
      'link',
      'seats',
      'cancelled_at',
      'cancel_reason',
      'outcome',
      'created_at',
    ],
    joined: { ...ORGANISATION, meeting_page: 't.slug' },
  },
  {
    key: 'sign_ups',
    title: 'Uw aanmeldingen voor bijeenkomsten',
    table: 'meeting_participant',
    person: 'user_id',
    columns: ['created_at'],
    joined: {
      meeting: '(SELECT b.title FROM meeting b WHERE b.id = t.meeting_id)',
      starts_at: '(SELECT b.starts_at FROM meeting b WHERE b.id = t.meeting_id)',
      meeting_page: '(SELECT b.slug FROM meeting b WHERE b.id = t.meeting_id)',
    },
  },
  {
    key: 'obstacle_steps',
    title: 'Stappen bij knelpunten die u noteerde',
    table: 'obstacle_step',
    person: 'author_id',
    columns: ['status', 'on_day', 'note', 'created_at'],
    joined: obstacle('t.obstacle_id'),
  },
  {
    key: 'obstacle_merges',
    title: 'Knelpunten die u samenvoegde',
    table: 'obstacle_merge',
    person: 'actor_id',
    columns: ['created_at', 'undone_at'],
    joined: merged,
  },
  {
    key: 'obstacle_merges_undone',
    title: 'Knelpunten die u weer uit elkaar haalde',
    table: 'obstacle_merge',
    person: 'undone_by_id',
    columns: ['undone_at'],
    joined: merged,
    order: 't.undone_at DESC',
  },
  {
    key: 'advices',
    title: 'Adviezen die u schreef',
    table: 'advice',
    person: 'author_id',
    columns: ['title', 'addressee', 'opening', 'asked', 'signer', 'on_day', 'created_at'],
    joined: ORGANISATION,
  },
]

export const EXCHANGE_SECTIONS: readonly Section[] = [
  ...ADOPTING,
  ...ASKING,
  ...MEETING_AND_SOLVING,
]
