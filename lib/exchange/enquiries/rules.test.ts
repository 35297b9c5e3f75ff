import { describe, expect, it } from 'vitest'
import {
  answeredEmail,
  confirmEmail,
  confirmEnd,
  confirmState,
  deliverTo,
  enquiryTitle,
  mayAnswer,
  mayReply,
  receivedEmail,
  repliedEmail,
  signature,
  threadEnd,
} from './rules'

const HOUR = 60 * 60 * 1_000
const NOW = new Date('2026-11-30T12:00:00Z')
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const outside = (at = NOW) => ({ fromOutside: true, createdAt: at })
const answer = (at = NOW) => ({ fromOutside: false, createdAt: at })

describe('the link to confirm', () => {
  it('works for 48 hours, and not at the limit', () => {
    const pending = { state: 'pending' as const, expiresAt: confirmEnd(NOW) }
    expect(confirmState(pending, after(47.99))).toBe('open')
    expect(confirmState(pending, after(48))).toBe('gone')
  })

  it.each(['waiting', 'answered', 'closed', 'spam'] as const)(
    'says that a message that is %s went out, also later',
    (state) => {
      expect(confirmState({ state, expiresAt: NOW }, after(1_000))).toBe('done')
    },
  )
})

describe('to whom a message goes', () => {
  const person = { id: 'p', name: 'Eva' }
  const organisation = { id: 'o', name: 'SER' }
  it.each([
    [{ person, organisation, writerIds: ['a'] }, 'person'],
    [{ person: null, organisation, writerIds: ['a'] }, 'organisation'],
    [{ person: null, organisation, writerIds: [] }, 'administrators'],
    [{ person: null, organisation: null, writerIds: [] }, 'administrators'],
  ] as const)('%j goes to the %s', (line, to) => {
    expect(deliverTo({ ...line, writerIds: [...line.writerIds] })).toBe(to)
  })
})

describe('a reply from outside', () => {
  it('fits once, after an answer, for thirty days', () => {
    expect(mayReply('waiting', [outside()], NOW)).toBe(false)
    expect(mayReply('answered', [outside(), answer()], after(1))).toBe(true)
    expect(mayReply('answered', [outside(), answer()], after(30 * 24))).toBe(false)
    expect(mayReply('answered', [outside(), answer(), outside(), answer()], NOW)).toBe(false)
    expect(mayReply('closed', [outside(), answer()], NOW)).toBe(false)
    expect(mayReply('spam', [outside(), answer()], NOW)).toBe(false)
  })

  it('counts the period from the last answer', () => {
    expect(threadEnd([outside()])).toBeNull()
    expect(threadEnd([outside(), answer(), answer(after(24))])).toEqual(after(31 * 24))
  })
})

describe('an answer', () => {
  it('fits five times, while the message is open', () => {
    expect(mayAnswer('waiting', [outside()])).toBe(true)
    expect(mayAnswer('answered', [outside(), ...Array.from({ length: 4 }, () => answer())])).toBe(
      true,
    )
    expect(mayAnswer('answered', [outside(), ...Array.from({ length: 5 }, () => answer())])).toBe(
      false,
    )
    expect(mayAnswer('closed', [outside()])).toBe(false)
    expect(mayAnswer('pending', [outside()])).toBe(false)
  })

  it('is signed with name and organisation, and says whether one can reply', () => {
    const words = { title: 'Vraag', author: 'Roos', onBehalfOf: 'SER Brabant', text: 'Ja hoor.' }
    expect(answeredEmail(words, true).text).toMatch(
      /^Roos, SER Brabant antwoordt:\n\nJa hoor\.\n\n.*één keer/,
    )
    expect(answeredEmail(words, false).text).not.toContain('één keer')
    expect(signature({ author: '', onBehalfOf: '' })).toBe('beheer van de Praktijkbank')
  })
})

describe('words', () => {
  it('of mail before the mailbox is proven are our own', () => {
    const about = { kind: 'initiative' as const, title: 'Rangeerterrein' }
    const title = enquiryTitle('mistake', about)
    expect(title).toBe('Fout gemeld bij “Rangeerterrein”')
    expect(enquiryTitle('question', { kind: 'site', title: '' })).toBe('Vraag over de Praktijkbank')
    expect(confirmEmail(about).text).toContain('“Rangeerterrein”')
    expect(receivedEmail(title, 'mistake').subject).toBe(title)
    expect(repliedEmail(title).subject).toBe(`Reactie: ${title}`)
  })
})
