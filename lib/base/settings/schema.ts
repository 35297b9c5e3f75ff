import { z } from 'zod'
import { MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { cleanText } from '@/lib/base/text/text'

const line = (max: number) =>
  z
    .string()
    .max(max, 'tooLong')
    .transform((text) => cleanText(text).replace(/[\s\p{Cc}]+/gu, ' '))
const text = (max: number) => z.string().max(max, 'tooLong').transform(cleanText)
const address = z.union([z.literal(''), z.email('email').max(200, 'tooLong')])
const days = (min: number, max: number, usual: number) =>
  z.coerce
    .number('number')
    .int('wholeNumber')
    .min(min, 'outOfBounds')
    .max(max, 'outOfBounds')
    .default(usual)

export const SECOND_FACTOR_ROLES = [
  ...Object.values(MembershipRole),
  ...Object.values(PlatformRoleName),
] as const

/** Bounds in days: long enough to look something up, short enough to keep no one's text for ever. */
export const RETENTION_BOUNDS = {
  sessions: [1, 365],
  mailTexts: [7, 365],
  submissions: [1, 30],
  jobRuns: [7, 365],
  accessRequests: [30, 1_825],
  formDrafts: [7, 365],
  enquiries: [60, 1_825],
  importFiles: [7, 365],
} as const

const kept = (name: keyof typeof RETENTION_BOUNDS, usual: number) =>
  days(RETENTION_BOUNDS[name][0], RETENTION_BOUNDS[name][1], usual)

/** One schema per group; an empty text means the text of the application itself. */
export const SETTING_SCHEMAS = {
  identity: z.object({
    name: line(60).default(''),
    accent: z
      .string()
      .toLowerCase()
      .regex(/^(?:#[0-9a-f]{6})?$/, 'colour')
      .default(''),
  }),
  logo: z.object({
    alt: line(120).default(''),
    hash: z
      .string()
      .regex(/^[0-9a-f]{0,64}$/)
      .default(''),
    width: z.int().min(0).max(600).default(0),
    height: z.int().min(0).max(160).default(0),
  }),
  home: z.object({
    titleNl: line(120).default(''),
    leadNl: text(500).default(''),
    titleEn: line(120).default(''),
    leadEn: text(500).default(''),
  }),
  statements: z.object({
    contact: address.default(''),
    privacyOfficer: line(200).default(''),
    accessibility: z.enum(['full', 'partial', 'none'], 'choose').default('partial'),
    assessedOn: z.union([z.literal(''), z.string().refine(isCalendarDate, 'date')]).default(''),
  }),
  retention: z.object({
    sessions: kept('sessions', 30),
    mailTexts: kept('mailTexts', 90),
    submissions: kept('submissions', 2),
    jobRuns: kept('jobRuns', 90),
    accessRequests: kept('accessRequests', 180),
    formDrafts: kept('formDrafts', 30),
    enquiries: kept('enquiries', 180),
    importFiles: kept('importFiles', 90),
  }),
  security: z.object({
    secondFactorRoles: z
      .array(z.enum(SECOND_FACTOR_ROLES))
      .default(['moderator', 'administrator', 'manager']),
  }),
  mail: z.object({
    senderName: line(60).default(''),
    senderAddress: address.default(''),
  }),
  languages: z.object({ english: z.boolean().default(true) }),
} as const
