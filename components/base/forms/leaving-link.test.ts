import { describe, expect, it } from 'vitest'
import { isPlainClick, leadsAway } from './leaving-link'

const click = {
  defaultPrevented: false,
  button: 0,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
}
const here = { origin: 'https://voorbeeld.nl', pathname: '/initiatieven', search: '?q=zorg' }
const leads = (href: string, target = '') => leadsAway({ href, target }, here)

describe('isPlainClick', () => {
  it('takes the first button without other keys', () => {
    expect(isPlainClick(click)).toBe(true)
    expect(isPlainClick({ ...click, button: 1 })).toBe(false)
    expect(isPlainClick({ ...click, defaultPrevented: true })).toBe(false)
  })

  it.each(['metaKey', 'ctrlKey', 'shiftKey', 'altKey'])('leaves a click with %s alone', (key) => {
    expect(isPlainClick({ ...click, [key]: true })).toBe(false)
  })
})

describe('leadsAway', () => {
  it('is true for another page of this site, or the same one with another question', () => {
    expect(leads('https://voorbeeld.nl/regio')).toBe(true)
    expect(leads('https://voorbeeld.nl/initiatieven?q=bouw')).toBe(true)
    expect(leads('https://voorbeeld.nl/regio', '_self')).toBe(true)
  })

  it('is false for a place on this page, another site, mail, another tab and no address', () => {
    expect(leads('https://voorbeeld.nl/initiatieven?q=zorg#kop')).toBe(false)
    expect(leads('https://elders.nl/regio')).toBe(false)
    expect(leads('mailto:post@voorbeeld.nl')).toBe(false)
    expect(leads('https://voorbeeld.nl/regio', '_blank')).toBe(false)
    expect(leads('')).toBe(false)
  })
})
