import 'server-only'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { db, type Transaction } from '@/lib/base/db/db'
import { origin } from '@/lib/base/runtime/env'
import { log } from '@/lib/base/runtime/log'
import { CHALLENGE_MS, MAX_PASSKEYS } from './rules'
import { assertionSchema, attestationSchema } from './schema'
import type { FactorOwner } from '@/lib/people/accounts/types'

const rpID = new URL(origin).hostname
const NAME = 'Praktijkbank'

interface Session {
  userId: string
  sessionId: string
}

async function listPasskeys(userId: string) {
  const rows = await db.passkey.findMany({
    where: { userId },
    select: { credentialId: true, transports: true },
    orderBy: { id: 'asc' },
    take: MAX_PASSKEYS,
  })
  return rows.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports,
  }))
}

async function giveChallenge(sessionId: string, challenge: string): Promise<void> {
  await db.userSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { challenge, challengeUntil: new Date(Date.now() + CHALLENGE_MS) },
  })
}

/** The challenge of a session, taken back: it is answered once, within five minutes. */
async function takeChallenge(tx: Transaction, sessionId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ challenge: string }[]>`
    UPDATE user_session s
    SET challenge = NULL, challenge_until = NULL
    FROM (
      SELECT id, challenge
      FROM user_session
      WHERE id = ${sessionId}::uuid AND challenge IS NOT NULL AND challenge_until > now()
      FOR UPDATE
    ) given
    WHERE s.id = given.id AND s.revoked_at IS NULL
    RETURNING given.challenge`
  return row?.challenge ?? null
}

/** What the browser needs to ask for a passkey; null when this person has none. */
export async function startPasskey({
  userId,
  sessionId,
}: Session): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const allowCredentials = await listPasskeys(userId)
  if (allowCredentials.length === 0) return null
  const options = await generateAuthenticationOptions({
    rpID,
    allowCredentials,
    userVerification: 'preferred',
    timeout: CHALLENGE_MS,
  })
  await giveChallenge(sessionId, options.challenge)
  return options
}

/**
 * Whether the answer is of a passkey of this person, to the challenge of this session. A counter
 * that did not go up is that of a copy, and is refused.
 */
export async function takePasskey(
  tx: Transaction,
  { userId, sessionId }: Session,
  answer: unknown,
  now: Date,
): Promise<boolean> {
  const expectedChallenge = await takeChallenge(tx, sessionId)
  const response = assertionSchema.safeParse(answer)
  if (expectedChallenge === null || !response.success) return false
  const passkey = await tx.passkey.findUnique({
    where: { credentialId: response.data.id, userId },
    select: { id: true, credentialId: true, publicKey: true, counter: true },
  })
  if (!passkey) return false
  const { verified, counter } = await verifyAnswer(() =>
    verifyAuthenticationResponse({
      response: response.data,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: false,
      credential: {
        id: passkey.credentialId,
        publicKey: passkey.publicKey,
        counter: Number(passkey.counter),
      },
    }).then((result) => ({
      verified: result.verified,
      counter: result.authenticationInfo.newCounter,
    })),
  )
  if (!verified) return false
  const { count } = await tx.passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter, lastUsedAt: now },
  })
  return count === 1
}

/** The library throws what is wrong; that is for the log. */
async function verifyAnswer(
  verify: () => Promise<{ verified: boolean; counter: number }>,
): Promise<{ verified: boolean; counter: number }> {
  try {
    return await verify()
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : '' }, 'passkey refused')
    return { verified: false, counter: 0 }
  }
}

/** What the browser needs to make a passkey; null when there are ten already. */
export async function startNewPasskey({
  userId,
  sessionId,
  email,
}: FactorOwner): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const excludeCredentials = await listPasskeys(userId)
  if (excludeCredentials.length >= MAX_PASSKEYS) return null
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID,
    userID: new TextEncoder().encode(userId),
    userName: email,
    attestationType: 'none',
    excludeCredentials,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    timeout: CHALLENGE_MS,
  })
  await giveChallenge(sessionId, options.challenge)
  return options
}

/** Stores a passkey made for the challenge of this session. False when it is not that. */
export async function storePasskey(
  tx: Transaction,
  { userId, sessionId }: Session,
  { name, answer }: { name: string; answer: unknown },
): Promise<boolean> {
  const expectedChallenge = await takeChallenge(tx, sessionId)
  const response = attestationSchema.safeParse(answer)
  if (expectedChallenge === null || !response.success) return false
  const { transports, ...made } = response.data.response
  const credential = await readCredential(expectedChallenge, { ...response.data, response: made })
  if (!credential || (await tx.passkey.count({ where: { userId } })) >= MAX_PASSKEYS) return false
  const { count } = await tx.passkey.createMany({
    data: [
      {
        userId,
        name,
        transports,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}

type Attestation = Parameters<typeof verifyRegistrationResponse>[0]['response']

async function readCredential(expectedChallenge: string, response: Attestation) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: false,
    })
    return registrationInfo?.credential ?? null
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : '' }, 'new passkey refused')
    return null
  }
}
