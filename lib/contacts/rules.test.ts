import { describe, expect, it } from 'vitest'
import { contactLetter } from './rules'

describe('what the contact person reads', () => {
  it('says who writes, in whose name, and where the answer goes', () => {
    const { subject, text } = contactLetter({ title: 'Rangeerterrein', contact: 'Eva', sender: 'Tom', organisation: 'SER Overijssel', message: 'Wat kost het?' })
    expect(subject).toBe('Bericht over "Rangeerterrein"')
    expect(text).toContain('Tom van SER Overijssel schrijft u over "Rangeerterrein":\n\nWat kost het?')
    expect(text).toContain('uw antwoord gaat naar Tom')
  })

  it('names the person alone when there is no organisation', () => {
    expect(contactLetter({ title: 'T', contact: 'Eva', sender: 'Tom', organisation: null, message: 'M' }).text).toContain('\n\nTom schrijft u')
  })
})
