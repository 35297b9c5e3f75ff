// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderInDutch } from '@/lib/base/testing/render'
import { ChooserField } from './chooser'

const groups = [
  {
    label: 'Regio’s',
    options: [
      { value: 'groningen', label: 'Groningen', kind: 'arbeidsmarktregio' },
      { value: 'provincie-groningen', label: 'Groningen', kind: 'provincie' },
      { value: 'twente', label: 'Twente', kind: 'arbeidsmarktregio', hint: 'In Overijssel.' },
    ],
  },
]

function draw(selected: readonly string[] = []) {
  const typed = vi.fn()
  renderInDutch(
    <form aria-label="Formulier" onChange={typed}>
      <ChooserField name="regions" label="Regio" groups={groups} selected={selected} />
    </form>,
  )
  return { user: userEvent.setup(), typed }
}

const field = () => screen.getByRole<HTMLInputElement>('combobox')
const options = () => screen.queryAllByRole('option')
const chips = () =>
  screen.queryAllByRole('button', { name: /weghalen$/ }).map(({ textContent }) => textContent)
const sent = () => [
  ...new FormData(screen.getByRole<HTMLFormElement>('form', { name: 'Formulier' })).values(),
]

describe('a field in which one chooses by typing', () => {
  it('shows what was chosen, and says which of two with one name it is', async () => {
    const { user } = draw(['provincie-groningen'])
    expect(chips()).toEqual(['Groningen (provincie)×'])
    await user.type(field(), 'gron')
    expect(options().map(({ textContent }) => textContent)).toEqual([
      'Groningen (arbeidsmarktregio)',
      'Groningen (provincie) ✓ gekozen',
    ])
    expect(field().getAttribute('aria-expanded')).toBe('true')
  })

  it('chooses with arrows and Enter, without sending the form, and says so', async () => {
    const { user, typed } = draw()
    await user.type(field(), 'gron{ArrowDown}{Enter}')
    expect(sent()).toEqual(['provincie-groningen'])
    expect(chips()).toEqual(['Groningen (provincie)×'])
    expect(field().value).toBe('')
    expect(document.activeElement).toBe(field())
    expect(screen.getByRole('status').textContent).toBe('Groningen toegevoegd. 1 gekozen.')
    expect(typed).toHaveBeenCalled()
  })

  it('takes a chip away, which the form hears of', async () => {
    const { user, typed } = draw(['twente', 'groningen'])
    await user.click(screen.getByRole('button', { name: 'Twente (arbeidsmarktregio) weghalen' }))
    expect(sent()).toEqual(['groningen'])
    expect(typed).toHaveBeenCalled()
  })

  it('follows the boxes of the list, and a form that is reset', async () => {
    const { user } = draw(['twente'])
    const list = within(screen.getByRole('group', { name: 'Regio’s', hidden: true }))
    await user.click(list.getByRole('checkbox', { name: /^Groningen \(arbeids/, hidden: true }))
    expect(chips()).toEqual(['Groningen (arbeidsmarktregio)×', 'Twente (arbeidsmarktregio)×'])
    screen.getByRole<HTMLFormElement>('form', { name: 'Formulier' }).reset()
    await vi.waitFor(() => expect(chips()).toEqual(['Twente (arbeidsmarktregio)×']))
  })

  it('closes with Escape and keeps what was typed; what is not there is said', async () => {
    const { user } = draw()
    await user.type(field(), 'twen')
    await user.keyboard('{Escape}')
    expect([options().length, field().value]).toEqual([0, 'twen'])
    expect(screen.queryByText(/^Niets gevonden/)).toBeNull()
    await user.type(field(), 'zz')
    expect(screen.getByText(/^Niets gevonden. Probeer/)).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(sent()).toEqual([])
  })
})
