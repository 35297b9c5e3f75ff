// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/render'
import type { SuggestedOption } from './suggestions'
import { SuggestInput } from './suggest-input'
import { PAUSE_MS } from './use-suggestions'

const OPTIONS: SuggestedOption[] = [
  {
    soort: 'doelgroep',
    slug: 'statushouders',
    label: 'Statushouders',
    labelEn: 'Refugees',
    aantal: 4,
  },
  { soort: 'regio', slug: 'twente', label: 'Twente', labelEn: 'Twente', aantal: 2 },
  { soort: 'initiatief', slug: 'startbaan', label: 'Startbaan', labelEn: 'First job', aantal: 1 },
]

interface Question {
  address: string
  signal: AbortSignal
  answer: (response: Response) => Promise<void>
  fail: () => Promise<void>
}
let questions: Question[]
const items = (options: readonly SuggestedOption[]) => Response.json({ items: options })

const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })
const settle = () => wait(0)

beforeEach(() => {
  vi.useFakeTimers()
  // Testing Library lets a clock go on only when it is told whose clock it is.
  vi.stubGlobal('jest', { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) })
  questions = []
  vi.stubGlobal(
    'fetch',
    (address: string, { signal }: { signal: AbortSignal }) =>
      new Promise<Response>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('away', 'AbortError')))
        questions.push({
          address,
          signal,
          answer: (response) => {
            resolve(response)
            return settle()
          },
          fail: () => {
            reject(new TypeError('no network'))
            return settle()
          },
        })
      }),
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function draw(english = false) {
  render(
    <form action="/initiatieven" aria-label="Zoeken">
      <label htmlFor="zoek">Zoek</label>
      <SuggestInput
        id="zoek"
        q=""
        className=""
        describedBy="uitleg"
        list="/initiatieven"
        english={english}
        labels={{
          title: 'Suggesties',
          kinds: { doelgroep: 'Doelgroep', regio: 'Regio', initiatief: 'Initiatief' },
          announce: { 1: 'Er is 1 suggestie.', 3: 'Er zijn 3 suggesties.' },
        }}
      />
    </form>,
  )
  return userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms) })
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Zoek' })
const options = () => screen.queryAllByRole('option')
const active = () => {
  const id = field().getAttribute('aria-activedescendant')
  return id === null ? null : document.getElementById(id)?.textContent
}
const pause = () => wait(PAUSE_MS)

async function suggest(user: ReturnType<typeof draw>, words = 'sta', found = OPTIONS) {
  await user.type(field(), words)
  await pause()
  await questions.at(-1)?.answer(items(found))
}

describe('a search field that suggests', () => {
  it('is a closed combobox that owns its list', () => {
    draw()
    expect(field().getAttribute('aria-expanded')).toBe('false')
    expect(field().getAttribute('aria-autocomplete')).toBe('list')
    expect(options()).toEqual([])
    const list = screen.getByRole('listbox', { hidden: true })
    expect(field().getAttribute('aria-controls')).toBe(list.id)
  })

  it('asks once, after a pause, and only for two characters or more', async () => {
    const user = draw()
    await user.type(field(), 's')
    await pause()
    expect(questions).toEqual([])
    await user.type(field(), 'ta & z')
    expect(questions).toEqual([])
    await pause()
    expect(questions.map(({ address }) => address)).toEqual(['/api/v1/suggesties?q=sta%20%26%20z'])
  })

  it('shows what it found, says how many, and leads to each', async () => {
    const user = draw()
    await suggest(user)
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByRole('listbox', { name: 'Suggesties' })).toBeDefined()
    expect(options().map((option) => [option.textContent, option.getAttribute('href')])).toEqual([
      ['StatushoudersDoelgroep · 4', '/initiatieven?doelgroep=statushouders'],
      ['TwenteRegio · 2', '/initiatieven?regio=twente'],
      ['StartbaanInitiatief', '/initiatieven/startbaan'],
    ])
    expect(screen.getByRole('status').textContent).toBe('Er zijn 3 suggesties.')
    expect(active()).toBeNull()
  })

  it('speaks English on English pages', async () => {
    const user = draw(true)
    await suggest(user)
    expect(options().map(({ firstChild }) => firstChild?.textContent)).toEqual([
      'Refugees',
      'Twente',
      'First job',
    ])
  })

  it('walks the list with the arrow keys and back to the field at both ends', async () => {
    const user = draw()
    await suggest(user)
    const seen: (string | null | undefined)[] = []
    for (const key of ['Down', 'Down', 'Down', 'Down', 'Up']) {
      await user.keyboard(`{Arrow${key}}`)
      seen.push(active())
    }
    expect(seen.map((words) => words?.slice(0, 5) ?? null)).toEqual([
      'Statu',
      'Twent',
      'Start',
      null,
      'Start',
    ])
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual([
      'false',
      'false',
      'true',
    ])
    expect(document.activeElement).toBe(field())
  })

  it('goes to the suggestion that Enter is pressed on, and sends the form without one', async () => {
    const user = draw()
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
    const send = vi.fn((event: Event) => event.preventDefault())
    screen.getByRole('form').addEventListener('submit', send)
    await suggest(user)
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(assign.mock.calls).toEqual([['/initiatieven?regio=twente']])
    expect(send).not.toHaveBeenCalled()
    await user.keyboard('{ArrowUp}{ArrowUp}{Enter}')
    expect(assign).toHaveBeenCalledTimes(1)
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(true)
  })

  it('closes with Escape and keeps what was typed; a second Escape is the browser’s own', async () => {
    const user = draw()
    await suggest(user)
    await user.keyboard('{ArrowDown}')
    expect(fireEvent.keyDown(field(), { key: 'Escape' })).toBe(false)
    expect(field().getAttribute('aria-expanded')).toBe('false')
    expect([options(), active(), field().value]).toEqual([[], null, 'sta'])
    expect(screen.getByRole('status').textContent).toBe('')
    expect(fireEvent.keyDown(field(), { key: 'Escape' })).toBe(true)
    await user.keyboard('{ArrowDown}')
    expect(options()).toHaveLength(3)
  })

  it('opens nothing when nothing is found', async () => {
    const user = draw()
    await suggest(user, 'zzz', [])
    expect(field().getAttribute('aria-expanded')).toBe('false')
    expect(options()).toEqual([])
    expect(screen.getByRole('status').textContent).toBe('')
    expect(fireEvent.keyDown(field(), { key: 'ArrowDown' })).toBe(true)
  })

  it.each([
    ['the network is away', (question: Question) => question.fail()],
    [
      'the interface refuses',
      (question: Question) => question.answer(Response.json({ items: OPTIONS }, { status: 503 })),
    ],
    ['the answer is no JSON', (question: Question) => question.answer(new Response('<html>'))],
  ])('stays a plain field when %s', async (_, end) => {
    const user = draw()
    await user.type(field(), 'sta')
    await pause()
    await end(questions[0]!)
    expect(options()).toEqual([])
    expect(field().getAttribute('aria-expanded')).toBe('false')
    await suggest(user, 't')
    expect(options()).toHaveLength(3)
  })

  it('gives up a question when more is typed, and does not show an answer that comes late', async () => {
    const user = draw()
    await user.type(field(), 'sta')
    await pause()
    await user.type(field(), 'tus')
    expect(questions[0]!.signal.aborted).toBe(true)
    await pause()
    await questions[1]!.answer(items(OPTIONS.slice(0, 1)))
    await questions[0]!.answer(items(OPTIONS))
    expect(options()).toHaveLength(1)
    expect(screen.getByRole('status').textContent).toBe('Er is 1 suggestie.')
  })

  it('shows no answer to what was wiped out', async () => {
    const user = draw()
    await user.type(field(), 'sta')
    await pause()
    await user.clear(field())
    await questions[0]!.answer(items(OPTIONS))
    await pause()
    expect(options()).toEqual([])
    expect(questions).toHaveLength(1)
  })

  it('closes when the field is left, after time for a click on a suggestion', async () => {
    const user = draw()
    await suggest(user)
    act(() => field().blur())
    expect(options()).toHaveLength(3)
    await pause()
    expect(options()).toEqual([])
  })
})
