import { describe, expect, it } from 'vitest'
import { GROUP_KINDS, UNSENT_KINDS } from '@/lib/people/messages/kinds.rules'
import { OPTIONAL_MAIL_KINDS, type OptionalMailKind } from '@/lib/people/messages/types'
import { messages } from '@/messages'
import { MAIL_OF_EVENT, newsWords } from './mail.rules'
import { EVENT_KINDS } from './types'

const grouped = Object.values(GROUP_KINDS).flat()

describe('the table of messages', () => {
  it.each(EVENT_KINDS)(
    '%s has words in both languages and a kind of mail people choose',
    (kind) => {
      expect(messages.nl.follows.inbox.event[kind]).toMatch(/\S/)
      expect(messages.en.follows.inbox.event[kind]).toMatch(/\S/)
      const mail = MAIL_OF_EVENT[kind]
      if (mail !== null) expect(grouped).toContain(mail)
      expect(newsWords(kind, 'Titel').subject).toBe(
        `${messages.nl.follows.inbox.event[kind]}: Titel`,
      )
    },
  )

  it('gives each kind of mail that is sent an inbox item', () => {
    const events: readonly (OptionalMailKind | null)[] = Object.values(MAIL_OF_EVENT)
    const lonely = OPTIONAL_MAIL_KINDS.filter(
      (kind) => kind !== 'digest' && !UNSENT_KINDS.includes(kind) && !events.includes(kind),
    )
    expect(lonely).toEqual([])
  })
})
