// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { draftName, keepsDraft, saysElse, typedText } from './draft-form-name'

function form(html: string): HTMLFormElement {
  document.body.innerHTML = `<form>${html}</form>`
  const element = document.querySelector('form')
  if (!element) throw new Error('no form')
  return element
}
const ABOUT = `<input type="hidden" name="submissionKey" value="k.0">
  <input type="hidden" name="$ACTION_1:0" value="x"><input type="hidden" name="version" value="3">
  <input type="hidden" name="goalId" value="g1">`
const ONE = `${ABOUT}<input name="title" value="Titel"><textarea name="text">Tekst</textarea>`

describe('a form that keeps a draft', () => {
  it('has a long text and no password', () => {
    expect(keepsDraft(form(ONE))).toBe(true)
    expect(keepsDraft(form('<input name="title">'))).toBe(false)
    expect(keepsDraft(form(`${ONE}<input type="password" name="password">`))).toBe(false)
  })

  it('is named after its page, subject and first text, not after what changes', () => {
    expect(draftName(form(ONE), '/werkplek/doel')).toBe('/werkplek/doel goalId=g1 text')
    expect(draftName(form(ONE.replace('k.0', 'z.4').replace('"3"', '"9"')), '/werkplek/doel')).toBe(
      '/werkplek/doel goalId=g1 text',
    )
    expect(draftName(form(ONE.replace('g1', 'g2')), '/werkplek/doel')).not.toBe(
      '/werkplek/doel goalId=g1 text',
    )
  })

  it('keeps what was typed with the version it was typed over, and no key', () => {
    expect(typedText(form(ONE))).toMatchObject({ title: 'Titel', text: 'Tekst', version: '3' })
    expect(typedText(form(ONE))).not.toHaveProperty('submissionKey')
    const linked = form(`${ONE}<input type="hidden" name="token" value="geheim">`)
    expect(JSON.stringify([typedText(linked), draftName(linked, '/contact')])).not.toContain(
      'geheim',
    )
  })

  it('sees whether putting text back would change anything', () => {
    const values = typedText(form(ONE))
    expect(saysElse(form(ONE), values)).toBe(false)
    expect(saysElse(form(ONE), { ...values, version: '2' })).toBe(false)
    expect(saysElse(form(ONE), { ...values, text: 'Andere tekst' })).toBe(true)
    expect(saysElse(form(ONE), { ...values, 'steps.1.name': 'Nog een stap' })).toBe(true)
    const choice = (is: string) => `${ONE}<input type="checkbox" name="groups" value="a" ${is}>`
    expect(saysElse(form(choice('checked')), values)).toBe(true)
  })
})
