import { describe, expect, it } from 'vitest'
import { memberSchema, visitorSchema } from './schema'

const typed = {
  name: 'Sam Smit',
  email: 'sam@gemeente.example',
  writer: 'councillor',
  subject: 'Uw aanpak',
  text: 'Hoe werkt het?',
}

describe('what a visitor types', () => {
  it.each([
    ['Sam.Smit@GEMEENTE.Example', 'sam.smit@gemeente.example'],
    ['sam+vraag@gemeente.example', 'sam+vraag@gemeente.example'],
    ["sam.o'brien@gemeente.example", "sam.o'brien@gemeente.example"],
    ['sam@münchen.example', 'sam@xn--mnchen-3ya.example'],
  ])('takes the address %s', (email, stored) => {
    expect(visitorSchema.parse({ ...typed, email }).email).toBe(stored)
  })

  it.each([
    [{ email: 'sam' }, 'email', 'email'],
    [{ writer: '' }, 'writer', 'choose'],
    [{ writer: 'member' }, 'writer', 'choose'],
    [{ name: 'Kijk op www.reclame.example' }, 'name', 'noLinks'],
    [{ subject: 'https://reclame.example' }, 'subject', 'noLinks'],
    [{ text: '  ' }, 'text', 'required'],
    [{ text: 'a'.repeat(3_001) }, 'text', 'tooLong'],
    [{ contactId: 'iemand' }, 'contactId', 'choose'],
  ])('refuses %j', (change, field, message) => {
    expect(visitorSchema.safeParse({ ...typed, ...change }).error?.issues[0]).toMatchObject({
      path: [field],
      message,
    })
  })

  it('needs no name or address of someone who is signed in', () => {
    expect(memberSchema.parse({ subject: 'Uw aanpak', text: 'Hoe werkt het?' })).toEqual({
      subject: 'Uw aanpak',
      text: 'Hoe werkt het?',
    })
  })
})
