import { describe, expect, it } from 'vitest'
import { freeSlug } from './free-slug'

const table =
  (...slugs: string[]) =>
  ({ where }: { where: { slug: { startsWith: string } } }) =>
    Promise.resolve(
      slugs.filter((slug) => slug.startsWith(where.slug.startsWith)).map((slug) => ({ slug })),
    )

describe('freeSlug', () => {
  it('takes the wanted address part when nobody has it', async () => {
    expect(await freeSlug('techniek', table('zorg', 'techniek-in-de-zorg'))).toBe('techniek')
  })

  it('takes the first free number after it, from 2 on', async () => {
    expect(await freeSlug('techniek', table('techniek'))).toBe('techniek-2')
    expect(await freeSlug('techniek', table('techniek', 'techniek-2', 'techniek-4'))).toBe(
      'techniek-3',
    )
  })

  it('leaves the address of a page to that page', async () => {
    expect(await freeSlug('nieuw', table(), ['nieuw'])).toBe('nieuw-2')
    expect(await freeSlug('nieuw', table('nieuw-2'), ['nieuw'])).toBe('nieuw-3')
  })
})
