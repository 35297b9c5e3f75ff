/**
 * An owner offers an initiative to another organisation, and nothing changes until an editor or
 * manager there accepts. Then it is theirs with all its versions, also one that is being written or
 * waits for a decision, and with its goals, measures, money and measurements, which belong to the
 * initiative. What was said under the name of the former owner stays under that name: its own score,
 * replies and answers. The contact person stays until a new version names another, because consent
 * was given by that person.
 *
 * It waits while a round of judgements is open, because nobody judges an initiative of the own
 * organisation, and is not possible for an organisation that adopted it.
 *
 * Source: docs/model.md, "An initiative that ends"; docs/adr/0046.
 */
import type { HandoverFault } from './types'

export const FAULT_KEYS = {
  round: 'closeRound',
  adopted: 'handoverAdopted',
} as const satisfies Record<HandoverFault, string>
