import { describe, expect, it } from 'vitest'
import { fill } from './fill'

describe('fill', () => {
  it('puts values in their places', () => {
    expect(fill('Rij [row], [column]: leeg', { row: 3, column: 'Doel' })).toBe('Rij 3, Doel: leeg')
  })

  it('leaves places without a value and values without a place', () => {
    expect(fill('Blad [name] van [names]', { name: 'Plan', count: 2 })).toBe(
      'Blad Plan van [names]',
    )
  })

  it('takes values as they are, whatever signs they hold', () => {
    expect(fill('Gelezen: [name].', { name: 'Kosten $& 2026' })).toBe('Gelezen: Kosten $& 2026.')
  })
})
