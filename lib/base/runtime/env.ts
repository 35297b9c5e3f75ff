import 'server-only'
import { z } from 'zod'

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
  IMPORT_HOSTS: z
    .string()
    .default('datasets.cbs.nl')
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== ''),
    ),
  CBS_ODATA_URL: z.url({ protocol: /^https?$/ }).default('https://datasets.cbs.nl/odata/v1/CBS'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** Nothing else in the application reads process.env. */
export const env = schema.parse(process.env)

/** Public address of this installation, without a trailing slash. */
export const origin = new URL(env.NEXTAUTH_URL).origin

export function bringFonts(file: string): void {
  process.env.FONTCONFIG_FILE ??= file
}
