// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conflict, saved, type ActionResult } from '@/lib/base/http/action-result'
import { formValues } from '@/lib/base/http/form-data'
import { renderInDutch } from '@/lib/base/testing/render'
import { FieldsForm } from './fields-form'

type Result = ActionResult<{ savedAt: string }>

const sent: Record<string, string | string[]>[] = []
const requests: { method: string; url: string }[] = []
let stored: { form: string; values: object; savedAt: string }[] = []

beforeEach(() => {
  sent.length = 0
  requests.length = 0
  localStorage.clear()
  document.documentElement.dataset.person = crypto.randomUUID()
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    requests.push({ method: init.method ?? 'GET', url })
    return Promise.resolve(Response.json({ drafts: stored, savedAt: '2026-11-30T13:05:00Z' }))
  })
})
afterEach(() => {
  stored = []
  delete document.documentElement.dataset.person
})

function draw(answer: (values: Record<string, string | string[]>) => Result = saved) {
  renderInDutch(
    <FieldsForm
      action={(_previous: Result, form: FormData) => {
        const values = formValues(form)
        sent.push(values)
        return Promise.resolve(answer(values))
      }}
      fields={[
        { kind: 'textarea', name: 'text', label: 'Toelichting' },
        {
          kind: 'select',
          name: 'region',
          label: 'Regio',
          options: [
            { value: 'twente', label: 'Twente' },
            { value: 'drenthe', label: 'Drenthe' },
          ],
        },
      ]}
      stored={{ text: 'Opgeslagen tekst', region: 'twente' }}
      about={{ goalId: 'g', version: 4 }}
      labels={{ submit: 'Opslaan', busy: 'Bezig' }}
    />,
  )
  return userEvent.setup()
}

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Toelichting/ }).value
const name = () => `${location.pathname} goalId=g text`
/** Each test asks anew: forms of a page share what they ask within half a second. */
const putThere = (version: string) => {
  history.replaceState(null, '', `/werkplek/${crypto.randomUUID()}`)
  const values = { text: 'Niet verstuurd', region: 'drenthe', goalId: 'g', version }
  stored = [{ form: name(), values, savedAt: '2026-11-30T13:05:00.000Z' }]
}

describe('text that was typed here before', () => {
  it('is put back, and goes when it is sent', async () => {
    putThere('4')
    const user = draw()
    await waitFor(() => expect(text()).toBe('Niet verstuurd'))
    expect(screen.getByText(/^Dit typte u hier op/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() => expect(sent).toMatchObject([{ text: 'Niet verstuurd', version: '4' }]))
    await waitFor(() => expect(requests.at(-1)?.method).toBe('DELETE'))
    await waitFor(() => expect(screen.queryByText(/^Dit typte u hier op/)).toBeNull())
  })

  it('does not come back in a form that the answer makes anew', async () => {
    putThere('4')
    const user = userEvent.setup()
    function Page() {
      const [round, setRound] = useState(0)
      const action = () => {
        setRound(1)
        return Promise.resolve(saved())
      }
      return (
        <FieldsForm
          key={round}
          action={action}
          fields={[{ kind: 'textarea', name: 'text', label: 'Toelichting' }]}
          stored={{ text: '' }}
          about={{ goalId: 'g', version: 4 }}
          labels={{ submit: 'Opslaan', busy: 'Bezig' }}
        />
      )
    }
    renderInDutch(<Page />)
    await waitFor(() => expect(text()).toBe('Niet verstuurd'))
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
      requests.push({ method: init.method ?? 'GET', url })
      if (init.method === 'DELETE') stored = []
      return Promise.resolve(Response.json({ drafts: stored }))
    })
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() => expect(requests.at(-1)?.method).toBe('GET'))
    await waitFor(() => expect(text()).toBe(''))
    await waitFor(() => expect(screen.queryByText(/^Dit typte u hier op/)).toBeNull())
  })

  it('is sent over the version it was typed over, then over theirs', async () => {
    putThere('3')
    const user = draw((values) =>
      values.version === '4' ? saved() : conflict(values, { text: 'Van een ander' }, 4),
    )
    await waitFor(() => expect(text()).toBe('Niet verstuurd'))
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    await screen.findByText('Van een ander')
    expect(text()).toBe('Niet verstuurd')
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() => expect(sent.map(({ version }) => version)).toEqual(['3', '4']))
  })

  it('can be thrown away', async () => {
    putThere('3')
    const user = draw()
    await user.click(await screen.findByRole('button', { name: 'Gooi weg en begin opnieuw' }))
    await waitFor(() => expect(text()).toBe('Opgeslagen tekst'))
    await user.click(screen.getByRole('button', { name: 'Opslaan' }))
    await waitFor(() => expect(sent).toMatchObject([{ text: 'Opgeslagen tekst', version: '4' }]))
  })

  it('waits for a choice when something else was typed meanwhile', async () => {
    putThere('4')
    let answer: () => void = () => undefined
    vi.stubGlobal(
      'fetch',
      () =>
        new Promise((resolve) => {
          answer = () => resolve(Response.json({ drafts: stored }))
        }),
    )
    const user = draw()
    await user.type(screen.getByRole('textbox', { name: /^Toelichting/ }), ' en meer')
    answer()
    await screen.findByText(/typte u hier een andere tekst/)
    expect(text()).toBe('Opgeslagen tekst en meer')
    await user.click(screen.getByRole('button', { name: 'Zet die tekst terug' }))
    await waitFor(() => expect(text()).toBe('Niet verstuurd'))
  })

  it('of somebody else in this browser stays theirs', async () => {
    putThere('4')
    const [{ values } = { values: {} }] = stored
    stored = []
    localStorage.setItem(
      `form-draft:iemand-anders:${name()}`,
      JSON.stringify({ values, savedAt: '2026-11-30T13:05:00.000Z' }),
    )
    draw()
    await waitFor(() => expect(requests).toHaveLength(1))
    expect(text()).toBe('Opgeslagen tekst')
  })
})
