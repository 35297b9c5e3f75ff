import { describe, expect, it } from 'vitest'
import { AppError, isDatabaseUnavailable, isUniqueViolation, sqlStateOf } from './errors'

const wrapped = (originalCode: string, code = 'P2010') =>
  Object.assign(new Error('Raw query failed.'), {
    code,
    meta: { driverAdapterError: { name: 'DriverAdapterError', cause: { originalCode } } },
  })
const plain = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

describe('isDatabaseUnavailable', () => {
  it.each([
    '53100',
    '53200',
    '53300',
    '57014',
    '57P01',
    '57P03',
    '08006',
    '08P01',
    '55P03',
    '25P03',
    '58030',
    '40001',
    '40P01',
  ])('takes SQLSTATE %s as something that passes, from Prisma and from the driver', (state) => {
    expect(isDatabaseUnavailable(wrapped(state))).toBe(true)
    expect(isDatabaseUnavailable(wrapped(state, 'P2039'))).toBe(true)
    expect(isDatabaseUnavailable(plain(state))).toBe(true)
  })

  it.each(['23505', '23514', '42601', '22P02', 'P0001'])(
    'takes SQLSTATE %s as a fault of ours',
    (state) => {
      expect(isDatabaseUnavailable(wrapped(state))).toBe(false)
      expect(isDatabaseUnavailable(plain(state))).toBe(false)
    },
  )

  it.each(['P1001', 'P1008', 'P2024', 'P2028'])(
    'takes %s of Prisma as something that passes',
    (code) => {
      expect(isDatabaseUnavailable(plain(code))).toBe(true)
      expect(sqlStateOf(plain(code))).toBeNull()
    },
  )

  it.each(['ECONNREFUSED', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])(
    'takes %s of the system as a line that is gone',
    (code) => {
      expect(isDatabaseUnavailable(plain(code))).toBe(true)
      expect(isDatabaseUnavailable(new AggregateError([plain(code), plain(code)], ''))).toBe(true)
      expect(sqlStateOf(plain(code))).toBeNull()
    },
  )

  it('looks at the words only when there is no code, and at the cause', () => {
    const message = 'timeout exceeded when trying to connect'
    expect(isDatabaseUnavailable(new Error(message))).toBe(true)
    expect(isDatabaseUnavailable(new Error('outer', { cause: new Error(message) }))).toBe(true)
    expect(isDatabaseUnavailable(new Error('Unique constraint failed'))).toBe(false)
    expect(isDatabaseUnavailable('57014')).toBe(false)
  })
})

describe('isUniqueViolation', () => {
  it('knows a second row by its code, of Prisma, of raw SQL and of the driver', () => {
    expect(isUniqueViolation(plain('P2002'))).toBe(true)
    expect(isUniqueViolation(wrapped('23505'))).toBe(true)
    expect(isUniqueViolation(plain('23505'))).toBe(true)
  })

  it('does not read the words: they may be about something else or in another language', () => {
    expect(isUniqueViolation(new Error('Unique constraint failed'))).toBe(false)
    expect(isUniqueViolation(plain('23514', 'duplicate key 23505'))).toBe(false)
    expect(isUniqueViolation(null)).toBe(false)
  })
})

describe('AppError', () => {
  it('keeps what an operator wants to know beside its code', () => {
    expect(new AppError('UNAVAILABLE', 'the mail server is away')).toMatchObject({
      code: 'UNAVAILABLE',
      detail: 'the mail server is away',
      message: 'UNAVAILABLE: the mail server is away',
    })
    expect(new AppError('NOT_FOUND')).toMatchObject({ detail: null, message: 'NOT_FOUND' })
  })
})

it('knows the states that our own triggers raise', () => {
  expect(sqlStateOf(wrapped('OT002'))).toBe('OT002')
  expect(isDatabaseUnavailable(wrapped('OT002'))).toBe(false)
})
