import { describe, expect, it } from 'vitest'
import { pagePath, translatedPath } from './translated-path'

describe('translatedPath', () => {
  it('gives Dutch no prefix and English its own', () => {
    expect(translatedPath('/', {}, 'nl')).toBe('/')
    expect(translatedPath('/', {}, 'en')).toBe('/en')
    expect(translatedPath('/target-groups', {}, 'nl')).toBe('/doelgroepen')
  })

  it('fills in the parameters and escapes them', () => {
    expect(translatedPath('/initiatives/[slug]', { locale: 'nl', slug: 'proeflokaal' }, 'en')).toBe(
      '/en/initiatives/proeflokaal',
    )
    expect(translatedPath('/regions/[slug]', { slug: 'a/b?c' }, 'nl')).toBe('/regios/a%2Fb%3Fc')
  })

  it('leads to the home page when the page does not exist', () => {
    expect(translatedPath('/[...rest]', { rest: ['niets'] }, 'en')).toBe('/en')
    expect(translatedPath('/constructor', {}, 'nl')).toBe('/')
  })
})

describe('pagePath', () => {
  it('gives the Dutch address, whatever language a reader has', () => {
    expect(pagePath('/workspace')).toBe('/werkplek')
    expect(pagePath('/workspace/reviews/[id]', { id: '7' })).toBe('/werkplek/redactie/7')
  })
})
