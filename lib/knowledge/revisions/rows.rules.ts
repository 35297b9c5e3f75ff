/**
 * The content of a version as the rows that hold it. Whoever writes versions uses these, so that a
 * new field is stored by all of them.
 * Source: docs/domain.md, section 4.
 */
import type { TextItemKind } from '@/generated/prisma/enums'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { LINE_LISTS, type DraftContent, type LineList } from './types'

/** The columns of the version itself. */
export const versionFields = (content: DraftContent) => ({
  title: content.title,
  summary: content.summary,
  problem: content.problem,
  story: content.story,
  ownerName: content.ownerName,
  lifecycle: content.lifecycle,
  stopReason: content.stopReason,
  startsOn: fromCalendarDate(content.startsOn),
  endsOn: fromCalendarDate(content.endsOn),
  contactName: content.contactName,
  contactRole: content.contactRole,
  contactEmail: content.contactEmail,
  contactConsent: content.contactConsent,
})

/** The rows under it, in order, without the terms and regions, which need ids. */
export const rowsUnder = (content: DraftContent) => ({
  steps: content.steps.map((step, position) => ({ position, ...step })),
  partners: content.partners.map((name, position) => ({ position, name })),
  sources: content.sources.map((row, position) => ({ position, ...row })),
  results: content.results.map((row, position) => ({
    position,
    ...row,
    measured: row.kind === 'outcome' && row.value !== null,
  })),
  items: (Object.entries(LINE_LISTS) as [LineList, TextItemKind][]).flatMap(([field, kind]) =>
    content[field].map((text, position) => ({ kind, position, text })),
  ),
})
