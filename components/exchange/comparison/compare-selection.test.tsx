// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { NextIntlClientProvider } from 'next-intl'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { renderInDutch } from '@/lib/base/testing/render'
import { messages } from '@/messages'
import { CompareSelection } from './compare-selection'
import { CompareToggle } from './compare-toggle'

const place = vi.hoisted(() => ({ path: '/initiatieven' }))
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  usePathname: () => place.path,
  useParams: () => ({ locale: 'nl' }),
}))

const KEY = 'vergelijken'
const TITLES = ['Startbaan', 'Meelopen', 'Taal op het werk', 'Proefplaatsing', 'Jobcoach']
const slugOf = (title: string) => title.toLowerCase().replaceAll(' ', '-')
const stored = () =>
  (JSON.parse(localStorage.getItem(KEY) ?? '[]') as { slug: string }[]).map(({ slug }) => slug)

function chooseElsewhere(titles: readonly string[]) {
  localStorage.setItem(KEY, JSON.stringify(titles.map((title) => ({ slug: slugOf(title), title }))))
  fireEvent(window, new StorageEvent('storage', { key: KEY }))
}

function draw(chosen: readonly string[] = []) {
  renderInDutch(
    <main id="main" tabIndex={-1}>
      {TITLES.map((title) => (
        <article key={title} aria-label={title}>
          <CompareToggle slug={slugOf(title)} title={title} />
        </article>
      ))}
      <CompareSelection />
    </main>,
  )
  if (chosen.length > 0) chooseElsewhere(chosen)
  return userEvent.setup()
}

const toggle = (title: string) =>
  within(screen.getByRole('article', { name: title })).getByRole('button')
const selection = () => screen.queryByRole('region', { name: /^Klaar om te vergelijken/ })
const chosen = () =>
  selection() === null
    ? []
    : within(selection()!)
        .getAllByRole('listitem')
        .map((item) => within(item).getByRole('link').textContent)
const news = () => screen.getByRole('status').textContent
const inside = (name: string, role: 'button' | 'link' = 'button') =>
  within(selection()!).getByRole(role, { name })

beforeEach(() => {
  place.path = '/initiatieven'
  localStorage.clear()
  // Nobody listens between two tests, so the store is emptied by the page that is drawn first.
  const { unmount } = renderInDutch(<CompareSelection />)
  fireEvent(window, new StorageEvent('storage', { key: null }))
  unmount()
})

describe('the button that puts an initiative in the selection', () => {
  it('puts it in, takes it out, says so, and stays the same button', async () => {
    const user = draw()
    const button = toggle('Startbaan')
    expect([button.textContent, news(), selection()]).toEqual(['Vergelijk Startbaan', '', null])
    button.focus()
    await user.keyboard('{Enter}')
    expect(button.textContent).toBe('Haal weg uit de vergelijking Startbaan')
    expect(news()).toBe('Startbaan ligt klaar om te vergelijken, 1 van de 4.')
    expect([chosen(), stored()]).toEqual([['Startbaan'], ['startbaan']])
    expect(document.activeElement).toBe(button)
    await user.keyboard(' ')
    expect(button.textContent).toBe('Vergelijk Startbaan')
    expect(news()).toBe('Startbaan is weggehaald. Er ligt niets meer klaar.')
    expect([selection(), localStorage.getItem(KEY)]).toEqual([null, null])
  })

  it('refuses a fifth, says why, and keeps the four', async () => {
    const user = draw()
    for (const title of TITLES) await user.click(toggle(title))
    expect(news()).toBe('Er liggen al vier initiatieven klaar. Haal er eerst een weg.')
    expect(chosen()).toEqual(TITLES.slice(0, 4))
    expect(stored()).toHaveLength(4)
    expect(toggle('Jobcoach').textContent).toBe('Vergelijk Jobcoach')
    expect(selection()?.textContent).toContain('4 van de 4')
  })

  it('names the initiative by the heading beside it in a list', () => {
    renderInDutch(
      <>
        <h3 id="naam">Startbaan</h3>
        <CompareToggle slug="startbaan" title="Startbaan" titleId="naam" />
      </>,
    )
    const button = screen.getByRole('button', { name: 'Vergelijk' })
    expect(button.getAttribute('aria-describedby')).toBe('naam')
  })

  it('is a link to the comparison in what the server sends', () => {
    const html = renderToString(
      <NextIntlClientProvider locale="nl" messages={messages.nl} timeZone="Europe/Amsterdam">
        <CompareToggle slug="startbaan" title="Startbaan" />
      </NextIntlClientProvider>,
    )
    const sent = document.createElement('div')
    sent.innerHTML = html
    const link = within(sent).getByRole('link', { name: 'Vergelijk Startbaan' })
    expect(link.getAttribute('href')).toBe('/vergelijken?i=startbaan')
    expect(link.getAttribute('rel')).toBe('nofollow')
    expect(within(sent).queryByRole('button')).toBeNull()
  })
})

describe('the selection at the bottom of the page', () => {
  it('leads to the comparison as soon as there are two', async () => {
    const user = draw()
    await user.click(toggle('Startbaan'))
    expect(within(selection()!).queryByRole('link', { name: 'Vergelijk' })).toBeNull()
    expect(selection()?.textContent).toContain('Kies er nog een.')
    await user.click(toggle('Meelopen'))
    expect(inside('Vergelijk', 'link').getAttribute('href')).toMatch(
      /^\/vergelijken\?i=startbaan(,|%2C)meelopen$/,
    )
    expect(inside('Startbaan', 'link').getAttribute('href')).toBe('/initiatieven/startbaan')
    expect(selection()?.textContent).not.toContain('Kies er nog een.')
  })

  it('takes one out and moves the focus to what stays', async () => {
    const user = draw(['Startbaan', 'Meelopen', 'Jobcoach'])
    inside('Meelopen weghalen').focus()
    await user.keyboard('{Enter}')
    expect(chosen()).toEqual(['Startbaan', 'Jobcoach'])
    expect(news()).toBe('Meelopen is weggehaald. Er liggen er nog 2 klaar.')
    expect(document.activeElement).toBe(within(selection()!).getByRole('heading'))
    await user.click(inside('Startbaan weghalen'))
    await user.click(inside('Jobcoach weghalen'))
    expect(selection()).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('is emptied at once', async () => {
    const user = draw(['Startbaan', 'Meelopen'])
    await user.click(inside('Leegmaken'))
    expect([selection(), news(), localStorage.getItem(KEY)]).toEqual([
      null,
      'Er ligt niets meer klaar.',
      null,
    ])
    expect(document.activeElement).toBe(screen.getByRole('main'))
    expect(toggle('Startbaan').textContent).toBe('Vergelijk Startbaan')
  })

  it('follows other tabs and does not announce what happens there', async () => {
    const user = draw()
    await user.click(toggle('Startbaan'))
    act(() => chooseElsewhere(['Meelopen', 'Jobcoach']))
    expect(chosen()).toEqual(['Meelopen', 'Jobcoach'])
    expect(news()).toBe('')
    expect(toggle('Jobcoach').textContent).toBe('Haal weg uit de vergelijking Jobcoach')
  })

  it('is not shown on the comparison itself, which tells what happens there too', async () => {
    place.path = '/vergelijken'
    const user = draw(['Startbaan'])
    expect(selection()).toBeNull()
    await user.click(toggle('Meelopen'))
    expect(selection()).toBeNull()
    expect(news()).toBe('Meelopen ligt klaar om te vergelijken, 2 van de 4.')
  })

  it('works for this page alone in a browser that keeps nothing', async () => {
    const user = draw()
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    await user.click(toggle('Startbaan'))
    expect(chosen()).toEqual(['Startbaan'])
    await user.click(toggle('Startbaan'))
    expect(selection()).toBeNull()
    vi.unstubAllGlobals()
  })
})
