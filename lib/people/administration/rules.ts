/**
 * An administrator sees all people; a manager sees those of the own organisations and changes their
 * roles there, nothing else of the account. A role on the platform, disabling, and ending sessions
 * are for administrators.
 *
 * An installation keeps two administrators: with fewer, nobody could help the last one. So a role is
 * not taken away, nor an account disabled, when fewer than two would be left. Leaving oneself is
 * everyone's right, except for the last (docs/quality.md, "Sign-in and session").
 *
 * Source: docs/model.md, "Who uses it"; GOV.UK Signon, "Roles and permissions".
 */
export const PEOPLE_PAGE = 50
export const MIN_ADMINISTRATORS = 2

/** Whether one administrator may go, given how many enabled ones there are. */
export function mayLoseAdministrator(count: number): boolean {
  return count > MIN_ADMINISTRATORS
}
