import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, MAX_FIELDS, nestRows } from './form-data'

function form(entries: readonly (readonly [string, string | File])[]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('formValues', () => {
  it('gives one text or a list, and leaves out files and the fields of Next', () => {
    const data = form([
      ['a', '1'],
      ['b', 'x'],
      ['b', 'y'],
      ['b', 'z'],
      ['file', new File(['x'], 'x.csv')],
      ['$ACTION_1:0', '{}'],
    ])
    expect(formValues(data)).toEqual({ a: '1', b: ['x', 'y', 'z'] })
  })

  it('reads each field once: as many as there may be cost as many steps', () => {
    let steps = 0
    const data = form(
      Array.from({ length: MAX_FIELDS }, (_, number) => [`f${number}`, 'x'] as const),
    )
    const counted = new Proxy(data, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (key === 'getAll' || key === 'get') steps += MAX_FIELDS
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
    expect(Object.keys(formValues(counted))).toHaveLength(MAX_FIELDS)
    expect(steps).toBe(0)
  })

  it('refuses more fields than any form has', () => {
    const data = form(Array.from({ length: MAX_FIELDS + 1 }, () => ['a', 'x'] as const))
    expect(() => formValues(data)).toThrow(AppError)
  })

  it('takes names that objects have themselves as names', () => {
    const values = formValues(
      form([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    )
    expect(Object.keys(values)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
  })
})

describe('nestRows', () => {
  it('makes rows of numbered fields, closes gaps, and keeps the rest', () => {
    expect(
      nestRows({ title: 'x', 'steps.0.name': 'a', 'steps.7.name': 'b', 'steps.7.text': 'c' }),
    ).toEqual({ title: 'x', steps: [{ name: 'a' }, { name: 'b', text: 'c' }] })
  })
})
