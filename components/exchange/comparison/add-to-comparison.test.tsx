// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { renderInDutch } from '@/lib/base/testing/render'
import { AddToComparison } from './add-to-comparison'

vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  usePathname: () => '/vergelijken',
  useParams: () => ({ locale: 'nl' }),
}))

const FOUND = { slug: 'meelopen', title: 'Meelopen', summary: 'Twee dagen kijken.' }
const nothing = { slugs: [], query: '', results: [], total: 0, more: false }

const draw = (props: Partial<Parameters<typeof AddToComparison>[0]>) =>
  renderInDutch(<AddToComparison {...nothing} locale="nl" {...props} />)
const headings = () => screen.queryAllByRole('heading').map(({ textContent }) => textContent)

describe('AddToComparison', () => {
  it('says that there is nothing to compare yet, with a way on', () => {
    draw({})
    expect(headings()).toEqual([])
    expect(screen.getByText('Er is nog geen initiatief om te vergelijken')).toBeDefined()
    expect(screen.getByRole('link', { name: "Bekijk de regio's" }).getAttribute('href')).toBe(
      '/regios',
    )
    expect(screen.queryByRole('search')).toBeNull()
  })

  it('has no heading above nothing when all others were chosen', () => {
    draw({ slugs: ['startbaan'], total: 1 })
    expect(headings()).toEqual(['Zet er een initiatief bij'])
    expect(screen.getByText('Er zijn geen andere initiatieven om te vergelijken.')).toBeDefined()
  })

  it('does not promise results that stand in the comparison already', () => {
    draw({ slugs: ['startbaan'], query: 'start', total: 1 })
    expect(headings()).toEqual(['Zet er een initiatief bij'])
    expect(screen.getByText('Alles wat hierbij past, vergelijkt u al.')).toBeDefined()
    expect(screen.queryByText(/De eerste 0/)).toBeNull()
  })

  it('says so when more fit than are shown, and only then', () => {
    draw({ slugs: ['startbaan'], query: 'meelopen', results: [FOUND], total: 2 })
    expect(screen.queryByText(/^De eerste/)).toBeNull()
    draw({ query: 'meelopen', results: [FOUND], total: 2, more: true })
    expect(screen.getByText('De eerste 1 van 2.')).toBeDefined()
  })

  it('says what was not found', () => {
    draw({ query: 'xyz' })
    expect(headings()).toContain('Niets gevonden voor ‘xyz’')
  })
})
