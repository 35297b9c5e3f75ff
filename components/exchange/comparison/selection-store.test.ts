import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_COMPARED } from '@/lib/exchange/comparison/rules'
import { readSelection, toggled, TRAY_SIZE, type SelectedInitiative } from './selection-store'

const item = (slug: string): SelectedInitiative => ({ slug, title: `Titel ${slug}` })

describe('the selection', () => {
  it('holds as many as fit side by side', () => {
    expect(TRAY_SIZE).toBe(MAX_COMPARED)
  })

  it('takes in, takes out and refuses a fifth', () => {
    const one = toggled([], item('a'))
    expect(one).toEqual({ items: [item('a')], news: { kind: 'added', title: 'Titel a', count: 1 } })
    expect(toggled(one.items, item('a'))).toEqual({
      items: [],
      news: { kind: 'removed', title: 'Titel a', count: 0 },
    })
    const four = ['a', 'b', 'c', 'd'].map(item)
    expect(toggled(four, item('e'))).toEqual({ items: four, news: { kind: 'full' } })
    expect(toggled(four, item('b')).items).toHaveLength(3)
  })

  it('reads back what it stored and nothing that it did not', () => {
    expect(readSelection(JSON.stringify([item('a'), item('a'), item('b')]))).toEqual([
      item('a'),
      item('b'),
    ])
    expect(readSelection('[{"slug":"<script>","title":"x"},{"slug":"a"},null,3]')).toEqual([])
    for (const text of [null, '', '{', '{}', '"a"', '[[]]']) expect(readSelection(text)).toEqual([])
  })

  it('never breaks on any stored text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        (text) => readSelection(text).length <= TRAY_SIZE,
      ),
    )
  })
})
