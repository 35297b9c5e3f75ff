import type { RegionSummary } from '@/lib/base/regions/types'

export function RegionOptions<Kind extends string>({
  regions,
  kinds,
  label,
}: {
  regions: readonly (Pick<RegionSummary, 'slug' | 'name'> & { type: string })[]
  kinds: readonly Kind[]
  label: (kind: Kind) => string
}) {
  return kinds.map((kind) => (
    <optgroup key={kind} label={label(kind)}>
      {regions
        .filter(({ type }) => type === kind)
        .map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
    </optgroup>
  ))
}
