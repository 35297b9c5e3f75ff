// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { describe, expect, it } from 'vitest'
import { renderInDutch } from '@/lib/base/testing/render'
import { ScoreField, type CriterionQuestion, type ScoreFieldLabels } from './score-field'

const criterion: CriterionQuestion = {
  slug: 'opschaalbaar',
  number: 3,
  label: 'Opschaalbaar',
  definition: 'Kan het ergens anders ook?',
  questions: ['Wat is er plaatselijk aan?'],
  anchors: ['Alleen hier', 'Met veel moeite', 'Met hulp', 'Bijna overal', 'Overal'],
  cannotWhen: 'U kent maar een regio',
  note: null,
  first: null,
  others: [],
}
const labels: ScoreFieldLabels = {
  score: 'Uw score',
  cannot: 'Kan ik niet beoordelen',
  reason: 'Waarom?',
  reasonHint: 'Een paar zinnen.',
  questions: 'Vragen om te helpen',
  first: 'Uw eerste oordeel',
  others: 'Wat anderen vonden',
}

function draw(props: Partial<ComponentProps<typeof ScoreField>> = {}) {
  renderInDutch(
    <form aria-label="Oordeel">
      <ScoreField
        index={2}
        criterion={criterion}
        labels={labels}
        score=""
        reason=""
        scoreErrors={[]}
        reasonErrors={[]}
        {...props}
      />
    </form>,
  )
  return userEvent.setup()
}

const radios = () =>
  within(screen.getByRole('group', { name: 'Uw score' })).getAllByRole<HTMLInputElement>('radio')
const chosen = () =>
  radios()
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
const sent = () => [
  ...new FormData(screen.getByRole<HTMLFormElement>('form', { name: 'Oordeel' })).entries(),
]

describe('the score of one criterion', () => {
  it('names each point by its anchor, in order, and then the way out', () => {
    draw()
    expect(
      radios().map(({ value, labels: own }) => [
        value,
        own?.[0]?.textContent.replace(/^[\d–]/, ''),
      ]),
    ).toEqual([
      ['1', 'Alleen hier'],
      ['2', 'Met veel moeite'],
      ['3', 'Met hulp'],
      ['4', 'Bijna overal'],
      ['5', 'Overal'],
      ['cannot', 'Kan ik niet beoordelen. U kent maar een regio'],
    ])
    expect(screen.getByRole('radio', { name: '4 Bijna overal' })).toBe(radios()[3])
  })

  it('starts without a choice: no score is ever given by itself', () => {
    draw()
    expect(chosen()).toEqual([])
    expect(sent()).toEqual([
      ['scores.2.criterion', 'opschaalbaar'],
      ['scores.2.reason', ''],
    ])
  })

  it('is scored with the arrow keys and left with one Tab to the reason', async () => {
    const user = draw()
    await user.tab()
    expect(document.activeElement).toBe(radios()[0])
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(chosen()).toEqual(['3'])
    await user.keyboard('{ArrowUp}')
    expect(chosen()).toEqual(['2'])
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Waarom?' }))
    await user.keyboard('Dat zagen wij ook.')
    expect(sent()).toEqual([
      ['scores.2.criterion', 'opschaalbaar'],
      ['scores.2.score', '2'],
      ['scores.2.reason', 'Dat zagen wij ook.'],
    ])
  })

  it('takes "cannot judge" in the place of a point', async () => {
    const user = draw({ score: '4' })
    expect(chosen()).toEqual(['4'])
    await user.click(screen.getByText(/^Kan ik niet beoordelen/))
    expect(chosen()).toEqual(['cannot'])
    expect(sent()).toContainEqual(['scores.2.score', 'cannot'])
  })

  it('shows what was given before, also when that was not to judge', () => {
    draw({ score: 'cannot', reason: 'Ik werk in een enkele regio.' })
    expect(chosen()).toEqual(['cannot'])
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(
      'Ik werk in een enkele regio.',
    )
  })

  it('ties a missing score and a missing reason to what is missing', () => {
    draw({ scoreErrors: ['Maak een keuze.'], reasonErrors: ['Vul dit veld in.'] })
    const words = (element: HTMLElement) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
    const group = screen.getByRole('group', { name: 'Uw score' })
    expect([group.getAttribute('aria-invalid'), words(group)]).toEqual([
      'true',
      ['Maak een keuze.'],
    ])
    const reason = screen.getByRole('textbox')
    expect([reason.getAttribute('aria-invalid'), words(reason)]).toEqual([
      'true',
      ['Een paar zinnen.', 'Vul dit veld in.'],
    ])
  })

  it('shows the first judgement and those of others in a second look alone', () => {
    draw()
    expect(screen.queryByText(/Uw eerste oordeel/)).toBeNull()
    expect(screen.queryByText('Wat anderen vonden')).toBeNull()
  })

  it('sets the first judgement and those of others beside the question in a second look', () => {
    draw({
      criterion: {
        ...criterion,
        first: { text: 'Score 5', reason: 'Het werkte bij ons.' },
        others: [{ text: 'Score 2, Friesland', reason: 'Bij ons niet.' }],
      },
    })
    expect(screen.getByText(/Uw eerste oordeel/).textContent).toBe(
      'Uw eerste oordeel: Score 5 Het werkte bij ons.',
    )
    expect(screen.getByText('Bij ons niet.', { exact: false }).textContent).toBe(
      'Score 2, Friesland Bij ons niet.',
    )
    expect(chosen()).toEqual([])
  })
})
