// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderInDutch } from '@/lib/base/testing/render'
import { PlainTextArea } from './plain-text-area'

describe('a text with hints', () => {
  it('says what could be plainer, follows what is typed, and stops nothing', async () => {
    renderInDutch(
      <PlainTextArea name="text" label="Samenvatting" defaultValue="Wij doen dit middels" />,
    )
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Samenvatting' })
    expect(screen.getByText('1 tip om dit makkelijker te lezen')).toBeTruthy()
    expect(screen.getByText('‘middels’: misschien kan het met ‘met’.')).toBeTruthy()
    await userEvent.type(field, ' gesprekken. Mensen worden begeleid.')
    expect(screen.getByText('2 tips om dit makkelijker te lezen')).toBeTruthy()
    expect(screen.getByText('Wie doet het? ‘Mensen worden begeleid.’')).toBeTruthy()
    await userEvent.clear(field)
    await userEvent.type(field, 'Wij praten met elkaar.')
    expect(screen.queryByText(/makkelijker te lezen$/)).toBeNull()
    expect(field.value).toBe('Wij praten met elkaar.')
  })
})
