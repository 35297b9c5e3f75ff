import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import type { ManagedVocabulary } from '@/lib/site/vocabularies/types'
import type { OwnSuggestion, SuggestionDetail, SuggestionRow } from './types'

const LISTED = 200

/** Suggestions that wait, oldest first. */
export async function listOpenSuggestions(): Promise<SuggestionRow[]> {
  const rows = await db.termSuggestion.findMany({
    where: { status: 'open' },
    select: {
      id: true,
      vocabulary: true,
      name: true,
      createdAt: true,
      _count: { select: { proposers: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: LISTED,
  })
  return rows.map(({ _count, vocabulary, ...row }) => ({
    ...row,
    vocabulary: vocabulary as ManagedVocabulary,
    proposers: _count.proposers,
  }))
}

export async function countOpenSuggestions(): Promise<number> {
  return db.termSuggestion.count({ where: { status: 'open' } })
}

/** How many suggestions of this person wait. */
export async function countOpenOf(userId: string): Promise<number> {
  return db.termSuggestionProposer.count({ where: { userId, suggestion: { status: 'open' } } })
}

/** One suggestion with who asked for it; null when it does not exist. */
export async function getSuggestion(id: string): Promise<SuggestionDetail | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.termSuggestion.findUnique({
    where: { id },
    select: {
      id: true,
      vocabulary: true,
      name: true,
      status: true,
      answer: true,
      createdAt: true,
      term: { select: { slug: true, labelNl: true } },
      proposers: {
        select: {
          why: true,
          createdAt: true,
          revision: { select: { title: true } },
          user: {
            select: {
              name: true,
              memberships: {
                select: { organisation: { select: { name: true } } },
                orderBy: { organisation: { name: 'asc' } },
                take: 20,
              },
            },
          },
        },
        orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
        take: LISTED,
      },
    },
  })
  return (
    row && {
      ...row,
      vocabulary: row.vocabulary as ManagedVocabulary,
      proposers: row.proposers.map(({ user, revision, ...one }) => ({
        ...one,
        name: user.name,
        organisations: [...new Set(user.memberships.map(({ organisation }) => organisation.name))],
        initiative: revision?.title ?? null,
      })),
    }
  )
}

/** What someone suggested, newest first, with what came of it. */
export async function listOwnSuggestions(userId: string): Promise<OwnSuggestion[]> {
  const rows = await db.termSuggestionProposer.findMany({
    where: { userId },
    select: {
      createdAt: true,
      suggestion: {
        select: {
          id: true,
          vocabulary: true,
          name: true,
          status: true,
          answer: true,
          term: { select: { labelNl: true } },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { suggestionId: 'asc' }],
    take: 50,
  })
  return rows.map(({ createdAt, suggestion: { term, vocabulary, ...one } }) => ({
    ...one,
    vocabulary: vocabulary as ManagedVocabulary,
    term: term?.labelNl ?? null,
    createdAt,
  }))
}
