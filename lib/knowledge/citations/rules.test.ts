import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationOf, toApa, toBibtex, toCslJson, toRis } from './rules'

const citation = citationOf(
  {
    slug: 'switch-naar-techniek',
    title: 'Switch naar techniek: 50% & meer',
    organisationName: 'Regio Zwolle, team werk',
    number: 2,
    publishedAt: '2026-03-31T22:30:00.000Z',
  },
  { site: 'Praktijkbank', origin: 'https://voorbeeld.nl', readOn: '2026-11-30' },
)

describe('a citation', () => {
  it('has the day of publication in the Netherlands', () => {
    expect(citation).toMatchObject({ key: 'switch-naar-techniek-v2', publishedOn: '2026-04-01' })
  })

  it('is BibTeX without signs that LaTeX reads otherwise', () => {
    expect(toBibtex([citation])).toBe(
      [
        '@misc{switch-naar-techniek-v2,',
        '  author = {{Regio Zwolle, team werk}},',
        '  title = {{Switch naar techniek: 50\\% \\& meer}},',
        '  year = {2026},',
        '  month = {4},',
        '  howpublished = {Praktijkbank},',
        '  url = {https://voorbeeld.nl/initiatieven/switch-naar-techniek},',
        '  urldate = {2026-11-30},',
        '  note = {Versie 2},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('is RIS, in which an organisation is not read as a person', () => {
    const lines = toRis([citation, citation]).split('\r\n')
    expect(lines.slice(0, 6)).toEqual([
      'TY  - ELEC',
      'ID  - switch-naar-techniek-v2',
      'TI  - Switch naar techniek: 50% & meer',
      'AU  - Regio Zwolle team werk',
      'PY  - 2026',
      'DA  - 2026/04/01/',
    ])
    expect(lines.filter((line) => line.startsWith('ER  - '))).toHaveLength(2)
  })

  it('is CSL-JSON with the version', () => {
    expect(JSON.parse(toCslJson([citation]))).toEqual([
      {
        id: 'switch-naar-techniek-v2',
        type: 'webpage',
        title: 'Switch naar techniek: 50% & meer',
        author: [{ literal: 'Regio Zwolle, team werk' }],
        issued: { 'date-parts': [[2026, 4, 1]] },
        accessed: { 'date-parts': [[2026, 11, 30]] },
        version: '2',
        'container-title': 'Praktijkbank',
        language: 'nl',
        URL: 'https://voorbeeld.nl/initiatieven/switch-naar-techniek',
      },
    ])
  })

  it('is a line in APA style', () => {
    expect(toApa(citation)).toBe(
      'Regio Zwolle, team werk. (2026, 1 april). Switch naar techniek: 50% & meer (Versie 2). Praktijkbank. https://voorbeeld.nl/initiatieven/switch-naar-techniek',
    )
    expect(toApa({ ...citation, author: 'Werk B.V.' })).toContain('Werk B.V. (2026')
  })

  it('stays one record, whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const odd = { ...citation, title }
        const bib = toBibtex([odd]).replaceAll(/\\[{}]/g, '')
        expect(bib.split('{').length).toBe(bib.split('}').length)
        expect(toRis([odd]).split('\r\n')).toHaveLength(13)
        expect(toRis([odd]).match(/[^\r]\n/)).toBeNull()
      }),
    )
  })
})
