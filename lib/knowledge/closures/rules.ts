/**
 * An address that was public never dies. An initiative that is archived stays readable there with
 * the reason, and counts nowhere as supply. One that its owner withdrew gives the reason alone. One
 * that was merged leads on, however often what it leads to is merged again.
 *
 * Who archived it decides who may bring it back: what the editors of the platform archived does not
 * come back by its owner alone.
 *
 * Source: docs/model.md, "An initiative that ends"; docs/adr/0046.
 */
import type { Closure, ClosingTarget, Hindrance } from './types'

/** What an owner or a moderator may choose by itself; a merge is an act of its own. */
export const CHOSEN_KINDS = ['archived', 'withdrawn'] as const
export type ChosenKind = (typeof CHOSEN_KINDS)[number]

/** Whether it could come back at all: what was merged gave away what it had. */
export function canComeBack({ closure }: Pick<ClosingTarget, 'closure'>): boolean {
  return closure !== null && closure.kind !== 'merged'
}

/** Whether the editors of the platform closed it. */
export function isClosedByEditors(closure: Pick<Closure, 'organisationName'>): boolean {
  return closure.organisationName === null
}

/** What a form says of what has to end first. */
export const HINDRANCE_KEYS = {
  submitted: 'closeSubmitted',
  round: 'closeRound',
} as const satisfies Record<Hindrance, string>
