// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderInDutch } from '@/lib/base/testing/render'
import { Form } from './form'
import { SavedState } from './form-state'
import { TextField } from './inputs'
import { RepeatableRows } from './repeatable-rows'

const stored = ['Kennismaken', 'Meelopen']

function draw(filled = stored.length) {
  renderInDutch(
    <Form>
      <RepeatableRows filled={filled} addLabel="Stap toevoegen" item="steps">
        {(index) => (
          <TextField
            name={`steps.${String(index)}.name`}
            label="Naam van de stap"
            defaultValue={stored[index] ?? ''}
          />
        )}
      </RepeatableRows>
      <SavedState savedAt={null} />
    </Form>,
  )
  return userEvent.setup()
}

const fields = () => screen.queryAllByRole<HTMLInputElement>('textbox')
const names = () => fields().map(({ name }) => name)
const values = () => fields().map(({ value }) => value)
const remove = (number: number) =>
  screen.getByRole('button', { name: `Stap ${String(number)} weghalen` })
const add = () => screen.getByRole('button', { name: 'Stap toevoegen' })

describe('rows that people add and take away', () => {
  it('shows what is stored and one spare row', () => {
    draw()
    expect(values()).toEqual(['Kennismaken', 'Meelopen', ''])
    expect(names()).toEqual(['steps.0.name', 'steps.1.name', 'steps.2.name'])
  })

  it('offers a row when nothing is stored', () => {
    draw(0)
    expect(names()).toEqual(['steps.0.name'])
  })

  it('adds an empty row at the end, with the keyboard too', async () => {
    const user = draw()
    add().focus()
    await user.keyboard('{Enter}')
    expect(names()).toEqual(['steps.0.name', 'steps.1.name', 'steps.2.name', 'steps.3.name'])
    expect(values().at(-1)).toBe('')
    expect(add()).toBe(document.activeElement)
  })

  it('takes away the row that was meant, keeps the words of the others and counts anew', async () => {
    const user = draw()
    await user.type(fields()[2]!, 'Evalueren')
    await user.click(remove(1))
    expect(values()).toEqual(['Meelopen', 'Evalueren'])
    expect(names()).toEqual(['steps.1.name', 'steps.2.name'])
    const rows = screen.getAllByRole('listitem')
    expect(rows.map((row) => within(row).getByText(/^Stap/).textContent)).toEqual([
      'Stap 1',
      'Stap 2',
    ])
  })

  it('never gives two rows the same name', async () => {
    const user = draw()
    await user.click(remove(2))
    await user.click(add())
    await user.click(add())
    expect(names()).toEqual(['steps.0.name', 'steps.2.name', 'steps.3.name', 'steps.4.name'])
  })

  it('begins again after the last row is gone', async () => {
    const user = draw(0)
    await user.click(remove(1))
    expect(fields()).toEqual([])
    await user.click(add())
    expect(names()).toEqual(['steps.0.name'])
  })

  it('lets the form know that a row taken away is not saved', async () => {
    const user = draw()
    expect(screen.getByRole('status').textContent).toBe('')
    await user.click(remove(2))
    expect(screen.getByRole('status').textContent).toBe('Nog niet opgeslagen')
  })
})
