import 'server-only'
import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().min(1, 'DATABASE_URL is empty; start the application with "npm start"'),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(100).default(10),
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** How many reverse proxies of our own stand before the server and add to X-Forwarded-For; none unless said. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DEMO_DATA: z.enum(['0', '1']).default('0'),
  /** A Chromium that prints the board paper; without it the well-known places are tried. */
  CHROME_PATH: z.string().optional(),
  /** The mail server, such as smtps://user:password@mail.example.org. Without it mail waits in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]{3,200}$/)
    .default('Praktijkbank <praktijkbank@localhost>'),
  /** "0" for a process that only serves pages; another one does the recurring work. */
  JOBS: z.enum(['0', '1']).default('1'),
  /** Work whose process was not heard for this long is taken over. */
  JOB_HEARTBEAT_SECONDS: z.coerce.number().int().min(10).max(60).default(30),
  /** How often the queue looks for such work. */
  JOB_CHECK_SECONDS: z.coerce.number().int().min(1).max(45).default(15),
  /** A mail that a sender took and said nothing about for this long is in doubt. */
  MAIL_CLAIM_SECONDS: z.coerce.number().int().min(2).max(600).default(60),
  /** Hosts that figures may be fetched from, separated by commas. */
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

/** The environment, read and checked once. Nothing else in the application reads process.env. */
export const env = schema.parse(process.env)

/** Address of this installation as people type it, without a trailing slash. */
export const origin = new URL(env.NEXTAUTH_URL).origin

/** Where letters for pictures are; the drawing library reads it from the environment when it draws its first letter. */
export function bringFonts(file: string): void {
  process.env.FONTCONFIG_FILE ??= file
}
