/** How a measurement is referred to. Source: lib/knowledge/citations/rules.ts. */
import { measurementCitationOf, toApa } from '@/lib/knowledge/citations/rules'
import type { MeasurementPage } from './types'

/** A line in APA style with the address of the measurement; `about` as for any citation. */
export function citationLine(
  { slug, title, organisationName, indicator, measurement, earlier }: MeasurementPage,
  about: Parameters<typeof measurementCitationOf>[1],
): string {
  return toApa(
    measurementCitationOf(
      {
        slug,
        title,
        organisationName,
        id: measurement.id,
        label: indicator.label,
        version: earlier.length + 1,
        enteredAt: measurement.createdAt,
      },
      about,
    ),
  )
}
