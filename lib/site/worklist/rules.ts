/**
 * First what others wait for, then what has a date, then own drafts, last what they may judge.
 * Source: docs/model.md, "Exchange".
 */
import { WORK_KINDS, type PendingWork, type WorkItem, type WorkKind, type WorkPlace } from './types'

const draftPlace = (id: string): WorkPlace => ({
  pathname: '/workspace/initiatives/[id]',
  params: { id },
})
const adoptionPlace = (id: string): WorkPlace => ({
  pathname: '/workspace/adoptions/[id]',
  params: { id },
})

type Items = { readonly [K in WorkKind]: (work: PendingWork) => readonly WorkItem<K>[] }

const RETURNED_AND_DRAFT: Pick<Items, 'returned' | 'draft'> = {
  returned: ({ drafts }) =>
    drafts
      .filter(({ status, closed }) => status === 'returned' && closed === null)
      .map(({ id, title, returnReason, updatedAt }) => ({
        kind: 'returned',
        key: id,
        title,
        place: draftPlace(id),
        facts: { returnReason },
        since: updatedAt,
      })),
  draft: ({ drafts }) =>
    drafts
      .filter(({ status, closed }) => status === 'draft' && closed === null)
      .map(({ id, title, updatedAt }) => ({
        kind: 'draft',
        key: id,
        title,
        place: draftPlace(id),
        facts: null,
        since: updatedAt,
      })),
}

const TO_DECIDE: Pick<Items, 'review' | 'corrected' | 'contest' | 'reported' | 'suggestion'> = {
  corrected: ({ corrections }) =>
    corrections.map(({ revisionId, title, organisationName, publishedAt }) => ({
      kind: 'corrected',
      key: revisionId,
      title,
      place: { pathname: '/workspace/corrections/[id]', params: { id: revisionId } },
      facts: { organisationName },
      since: publishedAt,
    })),
  suggestion: ({ suggestions }) =>
    suggestions === 0
      ? []
      : [
          {
            kind: 'suggestion',
            key: 'suggestion',
            title: null,
            place: '/workspace/admin/terms',
            facts: { count: suggestions },
            since: null,
          },
        ],
  review: ({ submitted }) =>
    submitted.map(({ id, title, organisationName, submittedAt, updatedAt }) => ({
      kind: 'review',
      key: id,
      title,
      place: { pathname: '/workspace/reviews/[id]', params: { id } },
      facts: { organisationName },
      since: submittedAt ?? updatedAt,
    })),
  contest: ({ contests }) =>
    contests.map(({ id, title, on }) => ({
      kind: 'contest',
      key: id,
      title,
      place: { pathname: '/workspace/contests/[id]', params: { id } },
      facts: null,
      since: on,
    })),
  reported: ({ reported }) =>
    reported === 0
      ? []
      : [
          {
            kind: 'reported',
            key: 'reported',
            title: null,
            place: '/workspace/questions',
            facts: { count: reported },
            since: null,
          },
        ],
}

const TO_ANSWER: Pick<Items, 'answer' | 'join' | 'handover' | 'contact' | 'enquiry'> = {
  handover: ({ handovers }) =>
    handovers.map(({ initiativeId, title, fromName, createdAt }) => ({
      kind: 'handover',
      key: initiativeId,
      title,
      place: { pathname: '/workspace/handovers/[id]', params: { id: initiativeId } },
      facts: { fromName },
      since: createdAt,
    })),
  answer: ({ adoptions }) =>
    adoptions.asked
      .filter(({ waitsForAnswer }) => waitsForAnswer)
      .map(({ id, title, organisation }) => ({
        kind: 'answer',
        key: id,
        title,
        place: adoptionPlace(id),
        facts: { organisation },
        since: null,
      })),
  join: ({ joins }) =>
    joins.map(({ id, title, organisation, askedAt }) => ({
      kind: 'join',
      key: id,
      title,
      place: { pathname: '/workspace/joining/[id]', params: { id } },
      facts: { organisation },
      since: askedAt,
    })),
  contact: ({ contacts }) =>
    contacts.map(({ id, title, sender, sentAt, token }) => ({
      kind: 'contact',
      key: id,
      title,
      place: { pathname: '/contact', query: { token } },
      facts: { sender },
      since: sentAt,
    })),
  enquiry: ({ enquiries }) =>
    enquiries.map(({ id, about, kind, name, createdAt, confirmedAt }) => ({
      kind: 'enquiry',
      key: id,
      title: about.title,
      place: { pathname: '/workspace/enquiries/[id]', params: { id } },
      facts: { kind, name, about: about.kind },
      since: confirmedAt ?? createdAt,
    })),
}

const TO_KEEP_UP: Pick<Items, 'checkin' | 'react' | 'mend' | 'reconsider' | 'confirm' | 'assess'> =
  {
    mend: ({ toMend }) =>
      toMend.map(({ id, title, slug, on }) => ({
        kind: 'mend',
        key: id,
        title,
        place: { pathname: '/initiatives/[slug]', params: { slug }, hash: 'betwist' },
        facts: null,
        since: on,
      })),
    reconsider: ({ reconsiderations }) =>
      reconsiderations.map(({ id, title, askedAt }) => ({
        kind: 'reconsider',
        key: id,
        title,
        place: { pathname: '/workspace/reconsiderations/[id]', params: { id } },
        facts: null,
        since: askedAt,
      })),
    checkin: ({ adoptions }) =>
      adoptions.own.flatMap(({ id, title, dueMonth }) =>
        dueMonth === null
          ? []
          : [
              {
                kind: 'checkin',
                key: id,
                title,
                place: adoptionPlace(id),
                facts: { months: dueMonth },
                since: null,
              },
            ],
      ),
    react: ({ reactions }) =>
      reactions.map(({ measureId, title, regionName, year, signedAt }) => ({
        kind: 'react',
        key: `${measureId}-${String(year)}`,
        title,
        place: {
          pathname: '/workspace/measures/[id]/[year]/reaction',
          params: { id: measureId, year: String(year) },
        },
        facts: { regionName, year },
        since: signedAt,
      })),
    confirm: ({ unconfirmed }) =>
      unconfirmed.map(({ initiativeId, slug, title, since }) => ({
        kind: 'confirm',
        key: initiativeId,
        title,
        place: { pathname: '/initiatives/[slug]', params: { slug } },
        facts: { initiativeId },
        since: new Date(since),
      })),
    assess: ({ assessable }) =>
      assessable.map(({ initiativeId, slug, title, started, invited, deadline, assessors }) => ({
        kind: 'assess',
        key: initiativeId,
        title,
        place: { pathname: '/workspace/assessments/[slug]', params: { slug } },
        facts: { started, invited, deadline, assessors },
        since: null,
      })),
  }

const ITEMS: Items = { ...RETURNED_AND_DRAFT, ...TO_DECIDE, ...TO_ANSWER, ...TO_KEEP_UP }

/** Everything pending for a person, most pressing kind first. */
export const worklist = (work: PendingWork): WorkItem[] =>
  WORK_KINDS.flatMap((kind): readonly WorkItem[] => ITEMS[kind](work))
