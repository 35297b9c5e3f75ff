import { describe, expect, it } from 'vitest'
import { groupLessons, LESSON_PARAMETERS, lessonParameters, readLessonChoice } from './rules'
import { LESSON_KINDS, type Lesson } from './types'

const known = { groups: ['jongeren'], instruments: ['jobcoaching'], regions: ['twente'] }
const everything = { kind: null, group: null, instrument: null, region: null, page: 1 }

describe('what an address asks of the lessons', () => {
  it.each([
    ['nothing', {}, everything],
    [
      'what does not exist',
      { les: 'wat', doelgroep: 'niemand', instrument: '', regio: 'maan', pagina: '-1' },
      everything,
    ],
    [
      'a theme',
      {
        les: 'wat-hielp',
        doelgroep: 'jongeren',
        instrument: 'jobcoaching',
        regio: 'twente',
        pagina: '3',
      },
      {
        kind: 'success_factor',
        group: 'jongeren',
        instrument: 'jobcoaching',
        region: 'twente',
        page: 3,
      },
    ],
    [
      'the first of what is said twice',
      { les: ['gestopt', 'les'], pagina: '1.5' },
      { ...everything, kind: 'stopped' },
    ],
  ])('%s', (_, raw, choice) => {
    expect(readLessonChoice(raw, known)).toEqual(choice)
  })

  it.each(LESSON_KINDS)('comes back as it was: %s', (kind) => {
    const choice = { kind, group: 'jongeren', instrument: 'jobcoaching', region: 'twente', page: 2 }
    expect(readLessonChoice(Object.fromEntries(lessonParameters(choice)), known)).toEqual(choice)
    expect(lessonParameters(everything).toString()).toBe('')
  })

  it('has a word of its own for each kind', () => {
    expect(new Set(Object.values(LESSON_PARAMETERS)).size).toBe(LESSON_KINDS.length)
  })
})

describe('lessons that come from the same place', () => {
  const lesson = (key: string, slug: string, organisation: string | null = null): Lesson => ({
    key,
    kind: 'lesson',
    text: 'Begin klein.',
    initiative: { slug, title: slug },
    regions: [],
    adopter: organisation === null ? null : { organisation, months: 6 },
    isExample: false,
  })

  it('stand together as long as they follow each other', () => {
    const groups = groupLessons([
      lesson('1', 'a'),
      lesson('2', 'a'),
      lesson('3', 'a', 'Twente'),
      lesson('4', 'a', 'Zeeland'),
      lesson('5', 'b'),
      lesson('6', 'a'),
    ])
    expect(groups.map(({ lessons }) => lessons.map(({ key }) => key).join(''))).toEqual([
      '12',
      '3',
      '4',
      '5',
      '6',
    ])
    expect(new Set(groups.map(({ key }) => key)).size).toBe(5)
  })

  it('are none when there are none', () => {
    expect(groupLessons([])).toEqual([])
  })
})
