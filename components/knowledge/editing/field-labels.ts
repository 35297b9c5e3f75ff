import type { useTranslations } from 'next-intl'
import { fieldsOf, STEP_LINES, type Part } from '@/lib/knowledge/revisions/parts.rules'

type Translate = ReturnType<typeof useTranslations<'editing'>>

export function fieldLabels(t: Translate): Record<string, string> {
  return {
    title: t('title'),
    summary: t('summary'),
    problem: t('problem'),
    story: t('story'),
    regions: t('regions'),
    targetGroups: t('targetGroups'),
    sectors: t('sectors'),
    instruments: t('instruments'),
    challenges: t('challenges'),
    steps: t('steps'),
    workingElements: t('workingElements'),
    style: t('style'),
    drivers: t('drivers'),
    plannedInstruments: t('plannedInstruments'),
    blockedInstruments: t('blockedInstruments'),
    results: t('results'),
    impact: t('impact'),
    expectedImpact: t('expectedImpact'),
    goals: t('goals'),
    successFactors: t('successFactors'),
    obstacles: t('obstacles'),
    lessons: t('lessons'),
    wouldDoDifferently: t('wouldDoDifferently'),
    recommendations: t('recommendations'),
    scalabilitySupports: t('scalabilitySupports'),
    scalabilityLimits: t('scalabilityLimits'),
    knowledgeGaps: t('knowledgeGaps'),
    lifecycle: t('lifecycle'),
    stopReason: t('stopReason'),
    startsOn: t('startsOn'),
    endsOn: t('endsOn'),
    ownerName: t('ownerName'),
    partners: t('partners'),
    contactName: t('contactName'),
    contactRole: t('contactRole'),
    contactEmail: t('contactEmail'),
    contactConsent: t('contactConsent'),
    sources: t('sources'),
    images: t('images'),
    attachments: t('attachments'),
  }
}

/** The labels of the fields in the form of one part, in its order. */
export function partLabels(t: Translate, part: Part): Record<string, string> {
  const labels = fieldLabels(t)
  const own = fieldsOf(part).map((field) => [field, labels[field] ?? field] as const)
  if (part !== 'basis') return Object.fromEntries(own)
  return {
    ...Object.fromEntries(own),
    [STEP_LINES]: t('short.steps'),
    steps: t('short.steps'),
    impact: t('short.impact'),
    obstacles: t('short.obstacles'),
  }
}
