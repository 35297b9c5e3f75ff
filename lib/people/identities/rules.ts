/**
 * A person at the provider is known by issuer and subject, which never change hands; an address may.
 * Someone new is linked to an existing account only by an act of its owner, or when the operator
 * says that the provider owns the domain of the address. An account is made only for whoever has a
 * group that gives something here. Whatever groups gave goes with the group; what people gave here
 * stays.
 *
 * Source: OpenID Connect Core 1.0, 5.7; RFC 9700, 2.1; docs/adr/0034-openid-connect.md.
 */
import { z } from 'zod'
import { cleanText } from '@/lib/base/text/text'
import { emailKey } from '@/lib/people/accounts/schema'
import type { Flow, GroupMap, GroupRight, ProviderPerson } from './types'

/** Time to sign in at the provider. */
export const FLOW_SECONDS = 10 * 60
export const FLOW_COOKIE = 'oidc'
export const LINK_COOKIE = 'oidc-link'
const START_PATH = '/api/oidc/start'

/** Where the browser begins; a plain link, because the content policy stops forms that lead away. */
export function startAddress(about: {
  returnTo: string
  locale: 'nl' | 'en'
  links?: boolean
}): string {
  const query = new URLSearchParams({ taal: about.locale })
  if (about.returnTo !== '') query.set('terug', about.returnTo)
  if (about.links === true) query.set('doel', 'koppelen')
  return `${START_PATH}?${query.toString()}`
}

/** Time between asking to link and going to the provider. */
export const LINK_SECONDS = 5 * 60

const right = z.union([
  z.strictObject({
    organisation: z.string().min(1),
    role: z.enum(['editor', 'assessor', 'manager', 'member']),
  }),
  z.strictObject({ platformRole: z.enum(['moderator', 'administrator']) }),
])
const groupMap = z.record(
  z.string(),
  z.union([right, z.array(right)]).transform((rights): GroupRight[] => [rights].flat()),
)

/** @throws Error for what is not such JSON; noticed at the start and not at a sign-in */
export const parseGroupMap = (text: string): GroupMap => groupMap.parse(JSON.parse(text))

const key = (one: GroupRight) =>
  'platformRole' in one ? one.platformRole : `${one.organisation} ${one.role}`

/** What these groups give, each once. */
export function rightsOf(groups: readonly string[], map: GroupMap): GroupRight[] {
  const rights = groups.flatMap((group) => (Object.hasOwn(map, group) ? (map[group] ?? []) : []))
  return [...new Map(rights.map((one) => [key(one), one])).values()]
}

const claims = z.looseObject({
  sub: z.string().min(1).max(255),
  email: emailKey.pipe(z.email()).optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  amr: z.array(z.string()).optional().catch(undefined),
  _claim_names: z.record(z.string(), z.unknown()).optional().catch(undefined),
})
const names = z.union([z.array(z.string()), z.string().transform((one) => [one])])
const MAX_NAME = 200

/**
 * What the provider said, or null when it named nobody. How someone signed in (`amr`) counts only
 * from the ID token, which is of this sign-in. An address counts only when the provider verified it.
 */
export function readPerson(
  issuer: string,
  idToken: Readonly<Record<string, unknown>>,
  userInfo: Readonly<Record<string, unknown>>,
  groupClaim: string | undefined,
): ProviderPerson | null {
  const all = { ...userInfo, ...idToken }
  const read = claims.safeParse(all)
  if (!read.success) return null
  const {
    sub,
    email,
    email_verified: verified,
    name = '',
    _claim_names: elsewhere = {},
  } = read.data
  const groups = groupClaim === undefined ? undefined : names.safeParse(all[groupClaim]).data
  const isElsewhere = groupClaim !== undefined && Object.hasOwn(elsewhere, groupClaim)
  return {
    issuer,
    subject: sub,
    email: verified === true ? (email ?? null) : null,
    name: cleanText(name).slice(0, MAX_NAME),
    amr: claims.safeParse(idToken).data?.amr ?? [],
    groups: groups ?? (isElsewhere ? null : []),
  }
}

/** Whether the provider asked for a second factor itself. */
export const hasSecondFactor = (amr: readonly string[], accepted: readonly string[]): boolean =>
  amr.some((value) => accepted.includes(value.toLowerCase()))

/** Whether the provider owns each address of this domain. */
export const isOwnDomain = (email: string, domains: readonly string[]): boolean =>
  domains.includes(email.slice(email.lastIndexOf('@') + 1))

export type Decision =
  | { how: 'known'; userId: string }
  | { how: 'link'; userId: string }
  | { how: 'create'; email: string }
  | { how: 'linkFirst' | 'unknown' | 'noEmail' }

interface Facts {
  /** The account that this person was linked to before. */
  linkedTo: string | null
  /** The account with the verified address. */
  sameEmail: string | null
  linkDomains: readonly string[]
  /** Whether a group gives something here. */
  hasRights: boolean
}

/** Which account someone at the provider gets, if any. */
export function decide(person: ProviderPerson, facts: Facts): Decision {
  if (facts.linkedTo !== null) return { how: 'known', userId: facts.linkedTo }
  if (person.email === null) return { how: 'noEmail' }
  if (facts.sameEmail !== null)
    return isOwnDomain(person.email, facts.linkDomains)
      ? { how: 'link', userId: facts.sameEmail }
      : { how: 'linkFirst' }
  return facts.hasRights ? { how: 'create', email: person.email } : { how: 'unknown' }
}

const flow = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string().nullable(),
  locale: z.enum(['nl', 'en']),
  linkTo: z.object({ userId: z.uuid(), sessionId: z.uuid() }).nullable(),
  until: z.number(),
})

/** Serializes a flow with its end, and back; null when it ended or is none. */
export const flowText = (one: Flow, now: Date): string =>
  JSON.stringify({ ...one, until: now.getTime() + FLOW_SECONDS * 1_000 })

export function parseFlow(text: string | null, now: Date): Flow | null {
  if (text === null) return null
  const { data } = flow.safeParse(JSON.parse(text))
  if (!data || data.until <= now.getTime()) return null
  const { state, nonce, verifier, returnTo, locale, linkTo } = data
  return { state, nonce, verifier, returnTo, locale, linkTo }
}

const intent = z.object({ userId: z.uuid(), sessionId: z.uuid(), until: z.number() })

/** Serializes who asked to link, with its end, and back. */
export const linkText = (one: NonNullable<Flow['linkTo']>, now: Date): string =>
  JSON.stringify({ ...one, until: now.getTime() + LINK_SECONDS * 1_000 })

export function parseLink(text: string | null, now: Date): Flow['linkTo'] {
  const { data } = intent.safeParse(text === null ? null : JSON.parse(text))
  return data && data.until > now.getTime()
    ? { userId: data.userId, sessionId: data.sessionId }
    : null
}
