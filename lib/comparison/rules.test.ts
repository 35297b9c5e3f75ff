import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, choiceValue, MAX_COMPARED, readChoice, withChosen } from './rules'

describe('readChoice', () => {
  it('keeps the order, counts a repeated one once and reads commas and repeated parts alike', () => {
    expect(readChoice('b,a,b').slugs).toEqual(['b', 'a'])
    expect(readChoice(['b', 'a,b']).slugs).toEqual(['b', 'a'])
    expect(readChoice(undefined)).toEqual({ slugs: [], over: [], unusable: [] })
  })

  it('takes four and names what is over', () => {
    expect(readChoice('a,b,c,d,e,f')).toEqual({ slugs: ['a', 'b', 'c', 'd'], over: ['e', 'f'], unusable: [] })
  })

  it('names what can be no address and cuts it short', () => {
    expect(readChoice(`a,<b>,${'x'.repeat(500)}`)).toEqual({ slugs: ['a'], over: [], unusable: ['<b>', 'x'.repeat(80)] })
  })

  it('never takes more than four from any text, and reads its own address back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { slugs } = readChoice(text)
        return slugs.length <= MAX_COMPARED && readChoice(choiceValue(slugs)).slugs.join() === slugs.join()
      }),
    )
  })
})

describe('withChosen', () => {
  it('adds one, never twice and never a fifth', () => {
    expect(withChosen(['a'], 'b')).toEqual(['a', 'b'])
    expect(withChosen(['a'], 'a')).toEqual(['a'])
    expect(withChosen(['a', 'b', 'c', 'd'], 'e')).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('agreementOf', () => {
  it.each([
    [[['a'], ['a']], { kind: 'same', shared: ['a'], known: 2 }],
    [[['a', 'b'], ['b', 'a']], { kind: 'same', shared: ['a', 'b'], known: 2 }],
    [[['a', 'b'], ['b'], ['b', 'c']], { kind: 'partly', shared: ['b'], known: 3 }],
    [[['a'], ['b']], { kind: 'different', shared: [], known: 2 }],
    [[['a'], []], { kind: 'single', shared: [], known: 1 }],
    [[['a'], [], ['a']], { kind: 'same', shared: ['a'], known: 2 }],
    [[[], []], { kind: 'unknown', shared: [], known: 0 }],
    [[], { kind: 'unknown', shared: [], known: 0 }],
  ])('%j is %j', (cells, agreement) => {
    expect(agreementOf(cells)).toEqual(agreement)
  })

  it('does not depend on the order of the initiatives', () => {
    const cells = fc.array(fc.array(fc.constantFrom('a', 'b', 'c')), { maxLength: 4 })
    fc.assert(
      fc.property(cells, (rows) => {
        const [one, other] = [agreementOf(rows), agreementOf(rows.toReversed())]
        return one.kind === other.kind && one.known === other.known && new Set(one.shared).size === new Set([...one.shared, ...other.shared]).size
      }),
    )
  })
})
