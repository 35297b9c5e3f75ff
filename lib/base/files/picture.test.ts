import { describe, expect, it } from 'vitest'
import { findFigure } from './figure-html'
import { tableOf } from './figure-table'
import { drawPicture } from './picture'
import { wrapWords } from './picture-sheet'

const colours = new Map([
  ['ink', '#111111'],
  ['muted', '#222222'],
  ['paper', '#ffffff'],
  ['hairline', '#dddddd'],
  ['green', '#14594a'],
])
const words = {
  title: 'Geld & "goed" <b>',
  origin: 'Praktijkbank, gemaakt op 1 mei 2026',
  language: 'nl',
}
const figure = (inside: string) => findFigure(`<figure id="f">${inside}</figure>`, 'f')!
const svg =
  '<svg class="chart" viewBox="0 0 400 30" aria-hidden="true"><a href="/x" class="tile"><rect class="fill-green stroke-nowhere" x="1" width="5" height="4" onclick="x()"></rect></a><text class="fill-muted tabular" font-size="10">A &amp; B</text><script>weg()</script><foreignObject><p>weg</p></foreignObject></svg>'

describe('a picture of a figure', () => {
  const picture = drawPicture(
    figure(
      `<ul data-picture="key"><li><svg viewBox="0 0 8 8"><circle class="fill-green" r="4"></circle></svg>met vervolg</li></ul>${svg}<figcaption>Een regel<span class="block">Bron: CBS</span></figcaption>`,
    ),
    colours,
    words,
  )!

  it('stands by itself: a name, sizes, written-out colours, and nothing that runs or loads', () => {
    expect(picture).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" xml:lang="nl" role="img" viewBox="0 0 1000 \d+" width="1000" height="\d+"/,
    )
    expect(picture).toContain('<title>Geld &#38; &#34;goed&#34; &#60;b&#62;</title>')
    expect(picture).toContain('<desc>Een regel Bron: CBS</desc>')
    expect(picture).toContain('<rect x="1" width="5" height="4" fill="#14594a"></rect>')
    expect(picture).toContain('<text font-size="10" fill="#222222">A &#38; B</text>')
    expect(picture).toContain('>met vervolg</text>')
    expect(picture).toContain('>Bron: CBS</text>')
    expect(picture).toContain('>Praktijkbank, gemaakt op 1 mei 2026</text>')
    for (const gone of [
      'class=',
      'href',
      'onclick',
      'script',
      'foreignObject',
      'aria-',
      'weg',
      'style=',
    ])
      expect(picture).not.toContain(gone)
  })

  it('of rows has the name, the drawing and the words of each', () => {
    const rows = drawPicture(
      figure(
        `<ol data-picture="rows"><li><p>Eerste<span class="block">voor wie</span></p><ul><li><svg viewBox="0 0 8 8"></svg>A: 3</li></ul>${svg}<p>€ 240.000<span class="block">1 stroom</span></p><details><summary>Redenen</summary><p>geheim</p></details></li><li>zonder tekening</li></ol>`,
      ),
      colours,
      words,
    )!
    for (const text of ['Eerste', 'voor wie', 'A: 3', '€ 240.000', '1 stroom'])
      expect(rows).toContain(`>${text}</text>`)
    expect(rows.match(/fill="#14594a"/g)).toHaveLength(1)
    expect(rows).not.toContain('geheim')
    expect(rows).not.toContain('zonder tekening')
  })

  it('is none when there is no drawing outside of what is folded', () => {
    expect(drawPicture(figure(`<p>Tekst</p><details>${svg}</details>`), colours, words)).toBeNull()
  })
})

describe('lines', () => {
  it('keep all words, in order, and fit as far as words can', () => {
    const text = 'Een zin die over meer regels gaat dan er op een regel passen'
    const lines = wrapWords(text, 120, 12)
    expect(lines.join(' ')).toBe(text)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20)
    expect(wrapWords('Onafgebrokenlangwoord', 10, 12)).toEqual(['Onafgebrokenlangwoord'])
  })
})

describe('the table of a figure', () => {
  const table = (html: string) =>
    tableOf(
      figure(
        `<details><table><thead><tr><th>Wat</th><th class="text-right">Geld</th><th class="text-right">Deel</th></tr></thead><tbody>${html}</tbody></table></details>`,
      ),
      'Geld',
      'nl',
    )

  it('gives numbers as numbers with their unit in the header, and leaves notes and words for who listens out', () => {
    expect(
      table(
        '<tr><th scope="row">A<sup><a href="#1">1</a></sup></th><td class="text-right">€ 1.240.000</td><td>12,5%</td></tr><tr><th>B</th><td>onbekend</td><td></td></tr><tr><th>=1+1</th><td>€ 3<span class="sr-only"> euro</span></td><td>8%</td></tr>',
      ),
    ).toEqual({
      name: 'Geld',
      header: ['Wat', 'Geld (€)', 'Deel (%)'],
      rows: [
        ['A', 1_240_000, 12.5],
        ['B', 'onbekend', null],
        ['=1+1', 3, 8],
      ],
    })
  })

  it('is none without a table', () => {
    expect(tableOf(figure('<p>x</p>'), 'x', 'nl')).toBeNull()
  })
})
