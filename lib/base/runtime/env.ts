import 'server-only'
import { z } from 'zod'

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().min(1, 'DATABASE_URL is empty; start the application with "npm start"'),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(100).default(10),
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** How many of our own reverse proxies add to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DEMO_DATA: z.enum(['0', '1']).default('0'),
  CHROME_PATH: z.string().optional(),
  /** Such as smtps://user:password@mail.example.org. Without it mail stays in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]{3,200}$/)
    .default('Praktijkbank <praktijkbank@localhost>'),
  /** "0" for a process that only serves pages. */
  JOBS: z.enum(['0', '1']).default('1'),
  /** Jobs of a process that was silent for this long are taken over. */
  JOB_HEARTBEAT_SECONDS: z.coerce.number().int().min(10).max(60).default(30),
  JOB_CHECK_SECONDS: z.coerce.number().int().min(1).max(45).default(15),
  /** A claimed mail without a result for this long is in doubt. */
  MAIL_CLAIM_SECONDS: z.coerce.number().int().min(2).max(600).default(60),
  /** Comma-separated hosts that figures may be fetched from. */
  IMPORT_HOSTS: z.string().default('datasets.cbs.nl').transform(list),
  CBS_ODATA_URL: z.url({ protocol: /^https?$/ }).default('https://datasets.cbs.nl/odata/v1/CBS'),
  /** Signing in with an OpenID Connect provider; without an issuer there is no such button. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** PKCS #8 in PEM, instead of a secret; line ends may be written as \\n. */
  OIDC_PRIVATE_KEY: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .optional(),
  OIDC_PRIVATE_KEY_KID: z.string().min(1).optional(),
  /** On the button, such as "uw organisatie". */
  OIDC_NAME: z.string().min(1).max(60).default('uw organisatie'),
  /** The claim with the names of groups; without it groups change nothing. */
  OIDC_GROUP_CLAIM: z.string().min(1).optional(),
  /** JSON: group → {"organisation": slug, "role": role}, {"platformRole": role}, or a list of those. */
  OIDC_GROUP_MAP: z.string().default('{}'),
  /** Domains of which the provider owns each address, so that it may sign existing accounts in. */
  OIDC_LINK_DOMAINS: z.string().default('').transform(list),
  /** Values of `amr` that count as a second factor; empty asks for ours always. */
  OIDC_MFA_AMR: z.string().default('mfa').transform(list),
  /** Where clamd listens; with it, files that people send are looked at before they are kept. */
  CLAMAV_HOST: z.string().min(1).optional(),
  CLAMAV_PORT: z.coerce.number().int().min(1).max(65_535).default(3_310),
  /** How long an answer of clamd is waited for; after that the file is refused. */
  CLAMAV_SECONDS: z.coerce.number().int().min(1).max(60).default(10),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** Nothing else in the application reads process.env. */
export const env = schema.parse(process.env)

/** Public address of this installation, without a trailing slash. */
export const origin = new URL(env.NEXTAUTH_URL).origin

export function bringFonts(file: string): void {
  process.env.FONTCONFIG_FILE ??= file
}
