import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { messages } from '@/messages'
import { formats } from './formats'

const sentence = (locale: 'nl' | 'en', key: string, values: Record<string, number | string>) =>
  (
    createTranslator({
      locale,
      messages: messages[locale],
      formats,
      timeZone: 'Europe/Amsterdam',
    }) as unknown as (name: string, values: Record<string, number | string>) => string
  )(key, values)

const SENTENCES: readonly [string, Record<string, number | string>, string, string][] = [
  [
    'home.gapMeasured',
    { count: 0, total: 0 },
    'Er is nog geen initiatief om te meten.',
    'There is no initiative to measure yet.',
  ],
  [
    'home.gapMeasured',
    { count: 0, total: 1 },
    'Het enige initiatief heeft een meting.',
    'The only initiative was measured.',
  ],
  [
    'home.gapMeasured',
    { count: 1, total: 1 },
    'Van het enige initiatief is de uitkomst nog niet gemeten.',
    'The outcome of the only initiative was not measured yet.',
  ],
  [
    'home.gapMeasured',
    { count: 0, total: 6 },
    'Elk initiatief heeft een meting.',
    'Every initiative was measured.',
  ],
  [
    'home.gapMeasured',
    { count: 2, total: 6 },
    'Van 2 van de 6 initiatieven is de uitkomst nog niet gemeten.',
    'The outcome of 2 of the 6 initiatives was not measured yet.',
  ],
  [
    'home.gapMoney',
    { count: 0, total: 0, of: 'all' },
    'Er is nog geen initiatief om te betalen.',
    'There is no initiative to pay for yet.',
  ],
  [
    'home.gapMoney',
    { count: 1, total: 1, of: 'all' },
    'Van het enige initiatief is niet bekend wie het betaalt.',
    'It is not known who pays for the only initiative.',
  ],
  [
    'home.gapMoney',
    { count: 3, total: 6, of: 'all' },
    'Van 3 van de 6 initiatieven is niet bekend wie het betaalt.',
    'For 3 of the 6 initiatives it is not known who pays.',
  ],
  [
    'home.gapMoney',
    { count: 3, total: 20, of: 'newest' },
    'Van 3 van de 20 nieuwste initiatieven is niet bekend wie het betaalt.',
    'For 3 of the 20 newest initiatives it is not known who pays.',
  ],
  [
    'home.gapMoney',
    { count: 0, total: 20, of: 'newest' },
    'Van elk van de 20 nieuwste initiatieven is bekend wie het betaalt.',
    'For each of the 20 newest initiatives it is known who pays.',
  ],
  [
    'topicPages.heading.targetGroup',
    { covered: 0, count: 56 },
    'Nog voor geen van de 56 doelgroepen is er een initiatief',
    'None of the 56 target groups has an initiative yet',
  ],
  [
    'topicPages.heading.targetGroup',
    { covered: 1, count: 56 },
    'Voor 1 van de 56 doelgroepen is er een initiatief',
    '1 of the 56 target groups has an initiative',
  ],
  [
    'topicPages.heading.sector',
    { covered: 0, count: 25 },
    'Nog in geen van de 25 sectoren is een initiatief bekend',
    'No initiative is known yet in any of the 25 sectors',
  ],
  [
    'topicPages.heading.challenge',
    { covered: 0, count: 19 },
    'Nog voor geen van de 19 opgaven is er een initiatief',
    'None of the 19 challenges has an initiative yet',
  ],
  [
    'topicPages.heading.instrument',
    { covered: 0, count: 47 },
    'Nog geen van de 47 instrumenten is in gebruik',
    'None of the 47 instruments is in use yet',
  ],
  [
    'topicPages.heading.instrument',
    { covered: 1, count: 47 },
    '1 van de 47 instrumenten is in gebruik',
    '1 of the 47 instruments is in use',
  ],
  [
    'topicPages.heading.instrument',
    { covered: 9, count: 47 },
    '9 van de 47 instrumenten zijn in gebruik',
    '9 of the 47 instruments are in use',
  ],
  [
    'obstacles.heading',
    { count: 0, narrowed: 'no' },
    'Nog geen knelpunten bekend',
    'No obstacles known yet',
  ],
  [
    'obstacles.heading',
    { count: 0, narrowed: 'yes' },
    'Geen knelpunten gevonden',
    'No obstacles found',
  ],
  [
    'obstacles.heading',
    { count: 1, narrowed: 'no' },
    'Eén knelpunt waar regio’s tegenaan lopen',
    'One obstacle that regions run into',
  ],
  ['lessons.heading', { count: 0, narrowed: 'no' }, 'Nog geen lessen', 'No lessons yet'],
  [
    'lessons.heading',
    { count: 0, narrowed: 'yes' },
    'Nog geen lessen bij deze keuze',
    'No lessons for this choice yet',
  ],
  [
    'policies.region.lead',
    { goals: 1, served: 0, initiatives: 0 },
    'Hier geldt één beleidsdoel. Het wordt nog niet gediend door een initiatief. In deze regio staat nog geen initiatief.',
    'One policy goal counts here. It is not served by an initiative yet. There is no initiative in this region yet.',
  ],
  [
    'policies.region.lead',
    { goals: 3, served: 1, initiatives: 1 },
    'Hier gelden 3 beleidsdoelen. Eén daarvan wordt gediend door een initiatief. In deze regio staat één initiatief.',
    '3 policy goals count here. One of them is served by an initiative. There is one initiative in this region.',
  ],
  [
    'chains.openEnds.title',
    { count: 0, known: 'no' },
    'Nog niets bekend over doelen, geld en initiatieven',
    'Nothing is known yet of goals, money and initiatives',
  ],
  ['chains.openEnds.title', { count: 0, known: 'yes' }, 'Er ontbreekt niets', 'Nothing is missing'],
]

describe('a sentence that counts', () => {
  it.each(SENTENCES)('is true: %s %o', (key, values, nl, en) => {
    expect(sentence('nl', key, values)).toBe(nl)
    expect(sentence('en', key, values)).toBe(en)
  })

  it('says nothing of goals that are not there', () => {
    expect(sentence('nl', 'policies.region.lead', { goals: 0, served: 0, initiatives: 0 })).toMatch(
      /^Er zijn nog geen beleidsdoelen vastgelegd\.\s+In deze regio staat nog geen initiatief\.$/,
    )
    expect(sentence('en', 'policies.region.lead', { goals: 0, served: 0, initiatives: 0 })).toMatch(
      /^No policy goals have been recorded yet\.\s+There is no initiative in this region yet\.$/,
    )
  })
})
