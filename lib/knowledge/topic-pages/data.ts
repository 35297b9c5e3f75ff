import 'server-only'
import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { countFacets } from '@/lib/knowledge/search/data'
import { emptySelection } from '@/lib/knowledge/search/rules'
import { NO_WORDS } from '@/lib/base/words/rules'
import { countedValues, coverage, narrowCounted, unserved } from './rules'
import { TOPIC_FACETS, type Topic, type Facet } from './types'

const TOGETHER = 8

/** What is published behind one filter value, also when that is nothing. */
export async function getTopic(facet: Facet, slug: string): Promise<Topic> {
  const selection = { ...emptySelection(), [facet]: [slug] }
  const [values, { total, measured, values: counts }] = await Promise.all([
    listFacetValues(),
    countFacets(NO_WORDS, selection),
  ])
  const styles = countedValues(values.style, counts.style)
  const drivers = countedValues(values.driver, counts.driver)
  const crossed = await Promise.all(
    styles.map((style) => countFacets(NO_WORDS, { ...selection, style: [style.slug] })),
  )
  return {
    total,
    measured,
    matrix: {
      styles,
      drivers,
      cells: crossed.map(({ values: own }) =>
        drivers.map((driver) => own.driver?.[driver.slug] ?? 0),
      ),
    },
    together: Object.fromEntries(
      TOPIC_FACETS.filter((other) => other !== facet).map((other) => [
        other,
        narrowCounted(values[other], counts[other]).slice(0, TOGETHER),
      ]),
    ),
    ...(facet === 'region' ? { active: [], quiet: [] } : coverage(values.region, counts.region)),
    unservedGroups: facet === 'targetGroup' ? [] : unserved(values.targetGroup, counts.targetGroup),
  }
}
