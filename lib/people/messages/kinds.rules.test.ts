import { describe, expect, it } from 'vitest'
import { messages } from '@/messages'
import {
  defaultMode,
  GROUP_KINDS,
  groupsFor,
  groupWish,
  modesOf,
  UNSENT_KINDS,
  wishes,
} from './kinds.rules'
import { mailWishesSchema } from './schema'
import { MAIL_GROUPS, MAIL_KINDS, OPTIONAL_MAIL_KINDS } from './types'

const grouped = Object.values(GROUP_KINDS).flat()

describe('the table of messages', () => {
  it.each(MAIL_KINDS)('mail of the kind %s is named in both languages', (kind) => {
    expect(messages.nl.messages.mail.kind[kind]).toMatch(/\S/)
    expect(messages.en.messages.mail.kind[kind]).toMatch(/\S/)
  })

  it('puts each kind that is sent in one group', () => {
    const sent = OPTIONAL_MAIL_KINDS.filter((kind) => !UNSENT_KINDS.includes(kind))
    expect(grouped.toSorted()).toEqual(sent.toSorted())
  })

  it.each(MAIL_GROUPS)('the group %s has words and starts at a choice that it offers', (group) => {
    for (const words of [messages.nl, messages.en]) {
      expect(words.messages.wishes.group[group].label).toMatch(/\S/)
      expect(words.messages.wishes.group[group].hint).toMatch(/\S/)
    }
    const start = new Set(GROUP_KINDS[group].map(defaultMode))
    expect(start.size).toBe(1)
    expect(modesOf(group)).toEqual(expect.arrayContaining([...start]))
  })
})

describe('what people choose', () => {
  it('sends what waits at once, and news and the digest only when asked for', () => {
    expect(wishes(new Map())).toMatchObject({
      'revision-returned': 'now',
      'followed-news': 'never',
      digest: 'never',
    })
  })

  it('calls a group mixed when its kinds differ', () => {
    expect(groupWish('judging', wishes(new Map()))).toBe('now')
    expect(groupWish('judging', wishes(new Map([['panel-reminder', 'never']])))).toBe('mixed')
  })

  it('takes no digest at once, and no weekly reminder of a meeting of tomorrow', () => {
    expect(mailWishesSchema.safeParse({ digest: 'now' }).success).toBe(false)
    expect(mailWishesSchema.safeParse({ meetings: 'weekly' }).success).toBe(false)
    expect(mailWishesSchema.safeParse({ judging: 'weekly', exchange: 'mixed' }).success).toBe(true)
    expect(mailWishesSchema.safeParse({ 'account-reset': 'never' }).success).toBe(false)
  })

  it('shows the groups that can reach someone', () => {
    expect(groupsFor({ memberships: [], platformRoles: [] })).toEqual([
      'digest',
      'following',
      'exchange',
      'meetings',
    ])
    expect(groupsFor({ memberships: [{ role: 'editor' }], platformRoles: [] })).not.toContain(
      'reviewing',
    )
    expect(groupsFor({ memberships: [], platformRoles: ['moderator'] })).toContain('reviewing')
  })
})
