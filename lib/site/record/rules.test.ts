import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { eventSentence, objectWords } from '@/components/site/record/event-words'
import { messages } from '@/messages'
import {
  ACTIONS,
  cursorParameter,
  groupOf,
  GROUPS,
  readCursor,
  readQuery,
  toParameters,
  ungrouped,
} from './rules'
import type { RecordEvent } from './types'

const TODAY = '2026-11-30'
const query = (raw: Record<string, string | string[]>) => readQuery(raw, TODAY)
const PERSON = '01890000-0000-7000-8000-000000000001'

describe('the query', () => {
  it('shows the last 30 days', () => {
    expect(query({})).toMatchObject({ from: '2026-11-01', until: TODAY, isPeriodRight: true })
  })

  it('takes a period, and says so when it is none', () => {
    expect(query({ van: '2026-01-01', tot: '2026-01-31' })).toMatchObject({
      from: '2026-01-01',
      until: '2026-01-31',
    })
    expect(query({ van: '2026-02-30', tot: 'gisteren' })).toMatchObject({
      from: '2026-11-01',
      until: TODAY,
    })
    expect(query({ van: '2026-02-02', tot: '2026-01-01' })).toMatchObject({
      from: '2026-11-01',
      until: TODAY,
      isPeriodRight: false,
    })
  })

  it('leaves out what it does not know', () => {
    expect(
      query({ persoon: "x' OR 1=1", voorwerp: 'geheim:1', soort: 'alles', zoek: ['a', 'b'] }),
    ).toMatchObject({ personId: null, object: null, group: null, text: '' })
  })

  it('comes back out of an address', () => {
    const parameters = {
      zoek: 'Overijssel',
      persoon: PERSON,
      voorwerp: `revision:${PERSON}`,
      soort: 'people',
      van: '2026-01-01',
      tot: '2026-01-31',
    }
    expect(toParameters(query(parameters), TODAY)).toEqual(parameters)
    expect(toParameters(query({}), TODAY)).toEqual({})
  })
})

describe('the cursor', () => {
  it('comes back out of an address', () => {
    const cursor = { at: new Date('2026-11-30T12:00:00.123Z'), id: '900000000000' }
    expect(readCursor(cursorParameter(cursor))).toEqual(cursor)
  })

  it('is none when the address was made up', () => {
    for (const text of ['', '1', 'a-1', '1-b', '999999999999999-1', '-1-1', undefined, ['1-1']])
      expect(readCursor(text)).toBeNull()
  })
})

describe('actions', () => {
  it('belong to a kind each', () => {
    expect(ungrouped()).toEqual([])
    for (const group of GROUPS)
      expect(ACTIONS.some((action) => groupOf(action) === group)).toBe(true)
    expect(groupOf('verdict.read')).toBe('policy')
    expect(groupOf('outbox.read')).toBe('reading')
    expect(groupOf('user.disable')).toBe('people')
    expect(groupOf('session.create')).toBe('access')
  })
})

const event = (over: Partial<RecordEvent>): RecordEvent => ({
  id: '1',
  at: new Date(0),
  action: 'revision.publish',
  storedAction: 'revision.publish',
  actorId: PERSON,
  actor: { name: 'Fenna de Vries', organisations: ['SER Overijssel'] },
  object: { type: 'revision', id: PERSON },
  objectType: 'revision',
  objectName: { name: 'Rangeerterrein', number: 3 },
  organisationName: null,
  role: null,
  year: 2026,
  count: 2,
  isRefused: false,
  ...over,
})

const wordsIn = (locale: 'nl' | 'en') => ({
  audit: createTranslator({ locale, messages: messages[locale], namespace: 'audit' }),
  roles: createTranslator({ locale, messages: messages[locale], namespace: 'accounts.roles' }),
})
const sentence = (over: Partial<RecordEvent>, locale: 'nl' | 'en' = 'nl') =>
  eventSentence(wordsIn(locale), event(over))

describe('a sentence', () => {
  it('says who did what to what', () => {
    expect(sentence({})).toBe('Fenna de Vries plaatste versie 3 van “Rangeerterrein”')
    expect(sentence({}, 'en')).toBe('Fenna de Vries published version 3 of “Rangeerterrein”')
    expect(
      sentence({
        action: 'membership.change',
        objectType: 'user',
        objectName: { name: 'Bo Jansen', number: null },
        organisationName: 'SER Brabant',
        role: 'editor',
      }),
    ).toBe('Fenna de Vries gaf Bo Jansen een andere rol bij SER Brabant: redacteur')
  })

  it('names what is gone as gone', () => {
    expect(sentence({ actor: null, objectName: null })).toBe(
      'Iemand die geen account meer heeft plaatste een versie die er niet meer is',
    )
    expect(sentence({ actorId: null, actor: null, action: 'call.expire' })).toMatch(
      /^De Praktijkbank sloot/,
    )
  })

  it('says that it was refused', () => {
    const refused = {
      action: 'session.create' as const,
      isRefused: true,
      actorId: null,
      actor: null,
    }
    expect(sentence({ ...refused, object: null, objectType: 'user', objectName: null })).toBe(
      'Inloggen lukte niet bij een onbekend account',
    )
  })

  it('copes with an action that this version does not know', () => {
    expect(sentence({ action: null, storedAction: 'nog.nooit' })).toContain('nog.nooit')
    expect(objectWords(wordsIn('nl').audit as never, null, null)).toBe(
      'iets dat deze versie niet kent',
    )
  })

  it.each(['nl', 'en'] as const)('exists for each action in %s, with all its values', (locale) => {
    for (const action of ACTIONS)
      for (const isRefused of [false, true]) {
        const text = sentence({ action, isRefused, role: 'editor', organisationName: 'X' }, locale)
        expect(text).not.toMatch(/audit\.|[{}]|undefined/)
        expect(text.length).toBeGreaterThan(10)
      }
  })
})
