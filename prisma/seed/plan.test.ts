import { describe, expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { day, known, planLoad } from './plan'

const stored = [
  {
    id: 'a',
    slug: 'one',
    label: 'Een',
    amount: new Prisma.Decimal('8.90'),
    on: new Date('2024-12-31'),
    more: null,
  },
]

describe('planLoad', () => {
  it('does nothing when dates, decimals and missing values are the same', () => {
    const wanted = [
      { slug: 'one', label: 'Een', amount: 8.9, on: day('2024-12-31'), more: undefined },
    ]
    expect(planLoad(wanted, stored, ['slug'])).toEqual({ create: [], update: [] })
  })

  it('updates a row with another value and creates a row with another key', () => {
    const changed = { slug: 'one', label: 'Eén' }
    const added = { slug: 'two', label: 'Twee' }
    expect(planLoad([changed, added], stored, ['slug'])).toEqual({
      create: [added],
      update: [changed],
    })
  })

  it('compares on all parts of a key', () => {
    const links = [{ child: 'a', parent: 'b', year: 2021 }]
    const plan = planLoad([{ child: 'a', parent: 'b', year: 2025 }], links, [
      'child',
      'parent',
      'year',
    ])
    expect(plan.create).toHaveLength(1)
  })
})

describe('known', () => {
  it('names what is unknown', () => {
    expect(() => known(new Map([['a', 1]]), 'b', 'region')).toThrow('unknown region "b"')
  })
})
