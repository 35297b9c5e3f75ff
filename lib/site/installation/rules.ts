/**
 * What a new installation needs before regions can work: mail, two administrators, and for each
 * organisation that writes a moderator of another region, and assessors of two regions. The list checks
 * itself; nobody ticks anything.
 *
 * Source: docs/beheer.md; docs/model.md, "Who uses it".
 */
import { STEPS, type InstallationFacts, type Step, type StepName } from './types'

const MIN_ADMINISTRATORS = 2
const MIN_REGIONS = 2

/** Whether links in mail lead to a real address: encrypted, and not this computer. */
export function isPublicAddress(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' && !/^(localhost|127\.|\[::1\])/.test(hostname)
}

const DONE: Readonly<Record<StepName, (facts: InstallationFacts) => boolean>> = {
  address: ({ origin }) => isPublicAddress(origin),
  mail: ({ hasMailServer, sentMails }) => hasMailServer && sentMails > 0,
  administrators: ({ administrators }) => administrators >= MIN_ADMINISTRATORS,
  organisation: ({ organisations }) => organisations > 0,
  editor: ({ editorOrganisations }) => editorOrganisations > 0,
  moderator: ({ moderators, unmoderated }) => moderators > 0 && unmoderated === 0,
  assessors: ({ assessorRegions }) => new Set(assessorRegions).size >= MIN_REGIONS,
}

/** All steps in the order in which they are done, each with whether it is. */
export function checklist(facts: InstallationFacts): Step[] {
  return STEPS.map((name) => ({ name, isDone: DONE[name](facts) }))
}
