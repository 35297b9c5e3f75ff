import { describe, expect, it } from 'vitest'
import { worklist } from './rules'
import { WORK_KINDS, type PendingWork } from './types'

const nothing: PendingWork = {
  drafts: [],
  submitted: [],
  corrections: [],
  handovers: [],
  contests: [],
  toMend: [],
  reconsiderations: [],
  reported: 0,
  suggestions: 0,
  adoptions: { own: [], asked: [] },
  joins: [],
  contacts: [],
  enquiries: [],
  reactions: [],
  unconfirmed: [],
  assessable: [],
}
const on = (day: number) => new Date(Date.UTC(2026, 10, day))
const revision = {
  id: 'r',
  initiativeId: 'i',
  title: 'Titel',
  status: 'draft',
  number: 1,
  organisationName: 'SER Brabant',
  updatedAt: on(2),
  submittedAt: null,
  returnReason: null,
  closed: null,
  plannedAt: null,
} as const
const adoption = {
  id: 'a',
  title: 'Overname',
  organisation: 'Vragers',
  ownerOrganisation: 'Eigenaar',
  status: 'exploring',
  waitsForAnswer: false,
  dueMonth: null,
} as const

const everything: PendingWork = {
  drafts: [
    revision,
    { ...revision, id: 'terug', status: 'returned', returnReason: 'Noem het jaar.' },
    { ...revision, id: 'openbaar', status: 'published' },
  ],
  submitted: [{ ...revision, id: 'in', status: 'submitted', submittedAt: on(1) }],
  corrections: [
    {
      ...{ revisionId: 'achteraf', initiativeId: 'i', slug: 's', title: 'Titel', number: 2 },
      ...{ organisationId: 'o', organisationName: 'SER Brabant', createdById: null },
      ...{ regionIds: [], publishedAt: on(2), reason: 'Een woord.', beforeNumber: 1 },
    },
  ],
  handovers: [
    {
      ...{ initiativeId: 'h', slug: 's', title: 'Titel', fromId: 'o', fromName: 'SER Brabant' },
      ...{ toId: 'p', toName: 'Twente', message: 'Neemt u dit over?', createdAt: on(2) },
    },
  ],
  contests: [{ id: 'betwist', title: 'Betwist', slug: 'betwist', on: on(6) }],
  toMend: [{ id: 'gegrond', title: 'Gegrond', slug: 'gegrond', on: on(7) }],
  reconsiderations: [{ id: 'opnieuw', title: 'Gemeten', askedAt: on(8) }],
  reported: 2,
  suggestions: 3,
  adoptions: {
    own: [adoption, { ...adoption, id: 'tussen', dueMonth: 6 }],
    asked: [adoption, { ...adoption, id: 'wacht', waitsForAnswer: true }],
  },
  joins: [{ id: 'j', title: 'Samen', organisation: 'Anderen', askedAt: on(3) }],
  contacts: [{ id: 'c', title: 'Groningen', sender: '', sentAt: on(4), token: 'geheim' }],
  enquiries: [
    {
      id: 'e',
      about: { kind: 'region', id: 'r', slug: 'drenthe', title: 'Drenthe' },
      kind: 'question',
      writer: 'journalist',
      name: 'Sam',
      subject: 'Cijfers',
      state: 'waiting',
      outcome: null,
      receiverId: null,
      organisationId: 'o',
      organisation: 'SER',
      hasWriters: true,
      createdAt: on(3),
      expiresAt: on(5),
      confirmedAt: on(4),
    },
  ],
  reactions: [
    { measureId: 'm', title: 'Maatregel', regionName: 'Drenthe', year: 2025, signedAt: on(5) },
  ],
  unconfirmed: [
    { initiativeId: 'i', slug: 'oud', title: 'Oud', since: '2025-01-01T00:00:00.000Z' },
  ],
  assessable: [
    {
      initiativeId: 'i',
      slug: 'nieuw',
      title: 'Nieuw',
      started: false,
      assessors: 1,
      invited: true,
      deadline: '2026-12-01',
    },
  ],
}

describe('worklist', () => {
  it('is empty when nothing waits', () => {
    expect(worklist(nothing)).toEqual([])
  })

  it('names each kind once, most pressing first', () => {
    expect(worklist(everything).map(({ kind }) => kind)).toEqual(WORK_KINDS)
  })

  it('leaves out versions that are public, and adoptions that wait for nobody', () => {
    const keys = worklist(everything).map(({ key }) => key)
    expect(keys).toEqual([
      'terug',
      'in',
      'achteraf',
      'betwist',
      'reported',
      'suggestion',
      'wacht',
      'j',
      'h',
      'c',
      'e',
      'tussen',
      'm-2025',
      'gegrond',
      'opnieuw',
      'i',
      'r',
      'i',
    ])
  })

  it('leads to where it is done', () => {
    const places = worklist(everything).map(({ place }) => place)
    expect(places).toEqual([
      { pathname: '/workspace/initiatives/[id]', params: { id: 'terug' } },
      { pathname: '/workspace/reviews/[id]', params: { id: 'in' } },
      { pathname: '/workspace/corrections/[id]', params: { id: 'achteraf' } },
      { pathname: '/workspace/contests/[id]', params: { id: 'betwist' } },
      '/workspace/questions',
      '/workspace/admin/terms',
      { pathname: '/workspace/adoptions/[id]', params: { id: 'wacht' } },
      { pathname: '/workspace/joining/[id]', params: { id: 'j' } },
      { pathname: '/workspace/handovers/[id]', params: { id: 'h' } },
      { pathname: '/contact', query: { token: 'geheim' } },
      { pathname: '/workspace/enquiries/[id]', params: { id: 'e' } },
      { pathname: '/workspace/adoptions/[id]', params: { id: 'tussen' } },
      { pathname: '/workspace/measures/[id]/[year]/reaction', params: { id: 'm', year: '2025' } },
      { pathname: '/initiatives/[slug]', params: { slug: 'gegrond' }, hash: 'betwist' },
      { pathname: '/workspace/reconsiderations/[id]', params: { id: 'opnieuw' } },
      { pathname: '/initiatives/[slug]', params: { slug: 'oud' } },
      { pathname: '/workspace/initiatives/[id]', params: { id: 'r' } },
      { pathname: '/workspace/assessments/[slug]', params: { slug: 'nieuw' } },
    ])
  })

  it('knows since when it waits, from when it was handed in where that is known', () => {
    const since = new Map(worklist(everything).map((item) => [item.kind, item.since]))
    expect(since.get('review')).toEqual(on(1))
    expect(since.get('draft')).toEqual(on(2))
    expect(since.get('reported')).toBeNull()
    expect(
      worklist({ ...nothing, submitted: [{ ...revision, status: 'submitted' }] })[0]?.since,
    ).toEqual(on(2))
  })

  it('keeps the order of the noun within a kind', () => {
    const drafts = ['b', 'a', 'c'].map((id) => ({ ...revision, id }))
    expect(worklist({ ...nothing, drafts }).map(({ key }) => key)).toEqual(['b', 'a', 'c'])
  })
})
