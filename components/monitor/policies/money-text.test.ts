import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { amountsOf } from '@/lib/base/amounts/rules'
import { messages } from '@/messages'
import { moneyCell, moneyLabel, moneyText } from './money-text'

const t = createTranslator({ locale: 'nl', messages: messages.nl, namespace: 'policies.together' })
const euro = (amount: number) => `€ ${amount}`
const amounts = (...rows: [number | null, string, string][]) =>
  amountsOf(rows.map(([value, paysFor, qualifier]) => ({ euro: value, paysFor, qualifier })))
const ways = (of: ReturnType<typeof amounts>) =>
  [moneyText, moneyCell, moneyLabel].map((write) => write(t, euro, of))

describe('amounts in words', () => {
  it('say why they are not added up, and are short where there is little room', () => {
    const words =
      'bedragen van € 2 en € 9, niet opgeteld: niet elk bedrag is precies en ze kunnen elkaar overlappen'
    expect(ways(amounts([2, 'a', 'exact'], [9, 'a', 'circa']))).toEqual([
      words,
      words,
      '2 bedragen',
    ])
    expect(
      moneyText(t, euro, amounts([1, 'a', 'exact'], [2, 'a', 'exact'], [3, 'b', 'exact'])),
    ).toBe('3 bedragen van € 1 tot en met € 3, niet opgeteld: ze kunnen elkaar overlappen')
  })

  it('are a sum, one amount with its word, or not known', () => {
    expect(ways(amounts([2, 'a', 'exact'], [9, 'b', 'exact']))).toEqual([
      'opgeteld € 11',
      '€ 11',
      '€ 11',
    ])
    expect(ways(amounts([9, 'a', 'circa']))).toEqual([
      'ongeveer € 9',
      'ongeveer € 9',
      'ongeveer € 9',
    ])
    expect(ways(amounts([9, 'a', 'maximaal']))[0]).toBe('hoogstens € 9')
    expect(ways(amounts([null, 'a', 'exact']))).toEqual(['bedrag niet bekend', '', ''])
  })
})
