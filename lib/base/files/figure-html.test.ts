import { describe, expect, it } from 'vitest'
import { findAll, findFigure, linesOf } from './figure-html'

const page =
  '<main><figure id="ander"><p>Niet deze</p></figure><!-- x --><figure class="mt-8" id="geld" data-title="A &amp; B"><ul><li><svg viewBox="0 0 4 4"><title>weg</title></svg>met &#x27;vervolg&#x27;</li></ul>' +
  '<figure><p>binnen</p></figure><p>Een<span class="block">twee<br/>drie</span><span class="sr-only">gehoord</span><sup><a href="#n">1</a></sup></p><details><summary>Tabel</summary></details></figure><figure id="na"></figure></main>'

describe('a figure of a page', () => {
  it('is found by its id, with what stands in it and no more', () => {
    const figure = findFigure(page, 'geld')
    expect(figure?.attributes['data-title']).toBe('A & B')
    expect(linesOf(figure!)).toEqual(["met 'vervolg'", 'binnen', 'Een', 'twee', 'drie'])
    expect(findAll(figure!, ({ tag }) => tag === 'svg')).toHaveLength(1)
  })

  it('is not there under another id, when it never ends, or for a name that is no id', () => {
    expect(findFigure(page, 'bestaat-niet')).toBeNull()
    expect(findFigure('<figure id="half"><p>', 'half')).toBeNull()
    expect(findFigure(page, '.*')).toBeNull()
  })
})

describe('entities', () => {
  it('are read once', () => {
    const figure = findFigure(
      '<figure id="f"><p>&lt;b&gt; &amp;lt; &#8364; &quot;&#x27;</p></figure>',
      'f',
    )
    expect(linesOf(figure!)).toEqual(['<b> &lt; € "\''])
  })

  it('keeps a figure whose text has signs that XML forbids', () => {
    const figure = findFigure('<figure id="f"><p>a\u0001\uFFFEb</p></figure>', 'f')
    expect(linesOf(figure!)).toEqual(['ab'])
  })

  it('that do not exist, or markup that is broken, give no figure', () => {
    expect(findFigure('<figure id="f"><p>&unknown;</p></figure>', 'f')).toBeNull()
    expect(findFigure('<figure id="f"><p>a</div></figure>', 'f')).toBeNull()
  })
})
