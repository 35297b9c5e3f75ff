import { z } from 'zod'
import type { RegionType } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { known, planLoad, planned, type LoadResult } from './plan'
import { readReference } from './reference'

/** The division of 2025; municipalities were placed by the table of 2021. */
const DIVISION_YEAR = 2025
const MUNICIPALITY_YEAR = 2021

const named = z.object({ code: z.string(), name: z.string() })
const note = z.string().nullable()

const regionsFile = z.object({
  meta: z.object({ counts: z.record(z.string(), z.number()) }),
  landsdelen: z.array(named),
  provinces: z.array(
    named.extend({
      slug: z.string(),
      nameVariants: z.array(z.string()),
      landsdeelCode: z.string(),
    }),
  ),
  arbeidsmarktregios: z.array(
    z.object({
      slug: z.string(),
      cbsCode: z.string(),
      name: z.string(),
      nameVariants: z.array(z.string()),
      primaryProvinceCode: z.string(),
      provinces: z.array(z.object({ code: z.string(), municipalities: z.number() })),
      primarySerRegion: z.string().nullable(),
      touchesSerRegions: z.array(z.string()),
      note,
    }),
  ),
  serRegions: z.array(
    named.extend({
      slug: z.string(),
      labelNl: z.string(),
      provinceCodes: z.array(z.string()),
      landsdeelCode: z.string().nullable(),
      note,
    }),
  ),
  ggdRegions: z.array(
    z.object({
      slug: z.string(),
      cbsCode: z.string(),
      name: z.string(),
      nameInReport: z.string().nullable(),
      serRegion: z.string().nullable(),
      provinceCode: z.string().nullable(),
    }),
  ),
  municipalities: z.array(
    named.extend({
      slug: z.string(),
      arbeidsmarktregioCode: z.string(),
      provinceCode: z.string(),
      basis: z.string(),
      note: z.string().optional(),
      unsure: z.string().optional(),
    }),
  ),
})

export type RegionsFile = z.infer<typeof regionsFile>

export interface RegionRow {
  code: string
  type: RegionType
  name: string
  slug: string
  nameVariants: string[]
  note: string | null
}

export interface LinkRow {
  child: string
  parent: string
  validFromYear: number
  isPrimary: boolean
  municipalities: number | null
}

export const readRegions = (): RegionsFile => readReference('reference/regions.json', regionsFile)

const prefixed = (prefix: string, slug: string) =>
  slug.startsWith(`${prefix}-`) ? slug : `${prefix}-${slug}`
const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')

/** Slugs carry the type, because types share names. */
export function regionRows(file: RegionsFile): RegionRow[] {
  const row = (
    type: RegionType,
    code: string,
    name: string,
    slug: string,
    extra?: Partial<RegionRow>,
  ): RegionRow => ({
    type,
    code,
    name,
    slug,
    nameVariants: [],
    note: null,
    ...extra,
  })
  return [
    row('country', 'NL', 'Nederland', 'nederland'),
    ...file.landsdelen.map((item) =>
      row('landsdeel', item.code, item.name, `landsdeel-${slugOf(item.name)}`),
    ),
    ...file.provinces.map((item) =>
      row('province', item.code, item.name, `provincie-${item.slug}`, {
        nameVariants: item.nameVariants,
      }),
    ),
    ...file.serRegions.map((item) =>
      row('ser', item.code, item.name, item.slug, {
        nameVariants: [item.labelNl],
        note: item.note,
      }),
    ),
    ...file.arbeidsmarktregios.map((item) =>
      row('labour_market', item.cbsCode, item.name, item.slug, {
        nameVariants: item.nameVariants,
        note: item.note,
      }),
    ),
    ...file.ggdRegions.map((item) =>
      row('ggd', item.cbsCode, item.name, prefixed('ggd', item.slug), {
        nameVariants: item.nameInReport ? [item.nameInReport] : [],
      }),
    ),
    ...file.municipalities.map((item) =>
      row('municipality', item.code, item.name, `gemeente-${item.slug}`, {
        note:
          [item.note, item.unsure && `Niet zeker. ${item.unsure}`].filter(Boolean).join(' ') ||
          null,
      }),
    ),
  ]
}

/** Who lies in what. A municipality that was formed later is linked from the year it began. */
export function regionLinks(file: RegionsFile): LinkRow[] {
  const ser = new Map(file.serRegions.map((item) => [item.slug, item.code]))
  const link = (
    child: string,
    parent: string,
    isPrimary = true,
    municipalities: number | null = null,
  ): LinkRow => ({
    child,
    parent,
    isPrimary,
    municipalities,
    validFromYear: DIVISION_YEAR,
  })
  return [
    ...file.landsdelen.map((item) => link(item.code, 'NL')),
    ...file.provinces.map((item) => link(item.code, item.landsdeelCode)),
    ...file.serRegions.flatMap((item) => [
      ...(item.landsdeelCode ? [link(item.code, item.landsdeelCode)] : []),
      ...item.provinceCodes.map((code) => link(code, item.code)),
    ]),
    ...file.arbeidsmarktregios.flatMap((item) => [
      ...item.provinces.map((part) =>
        link(item.cbsCode, part.code, part.code === item.primaryProvinceCode, part.municipalities),
      ),
      ...item.touchesSerRegions.map((slug) =>
        link(item.cbsCode, known(ser, slug, 'SER region'), slug === item.primarySerRegion),
      ),
    ]),
    ...file.ggdRegions.flatMap((item) => [
      ...(item.provinceCode ? [link(item.cbsCode, item.provinceCode)] : []),
      ...(item.serRegion ? [link(item.cbsCode, known(ser, item.serRegion, 'SER region'))] : []),
    ]),
    ...file.municipalities.flatMap((item) => {
      const validFromYear = Number(/herindeling (\d{4})/.exec(item.basis)?.[1] ?? MUNICIPALITY_YEAR)
      return [item.arbeidsmarktregioCode, item.provinceCode].map((parent) => ({
        ...link(item.code, parent),
        validFromYear,
      }))
    }),
  ]
}

export async function loadRegions(tx: Transaction): Promise<LoadResult> {
  const file = readRegions()
  const stored = await tx.region.findMany({
    select: { code: true, type: true, name: true, slug: true, nameVariants: true, note: true },
  })
  const regions = planLoad(regionRows(file), stored, ['code'])
  await tx.region.createMany({ data: regions.create })
  // Names of a newer division are not taken back by an update of the software.
  const isDivided = (await tx.regionDivision.count()) > 0
  for (const row of regions.update.filter(({ type }) => !isDivided || type !== 'labour_market'))
    await tx.region.update({ where: { code: row.code }, data: row, select: { id: true } })

  const ids = await regionIds(tx)
  const wanted = regionLinks(file).map(({ child, parent, ...rest }) => ({
    childId: known(ids, child, 'region'),
    parentId: known(ids, parent, 'region'),
    ...rest,
  }))
  const storedLinks = await tx.regionLink.findMany({
    select: {
      childId: true,
      parentId: true,
      validFromYear: true,
      isPrimary: true,
      municipalities: true,
    },
  })
  const links = planLoad(wanted, storedLinks, ['childId', 'parentId', 'validFromYear'])
  await tx.regionLink.createMany({ data: links.create })
  for (const { childId, parentId, validFromYear, ...data } of links.update) {
    const key = { childId, parentId, validFromYear }
    await tx.regionLink.update({
      where: { childId_parentId_validFromYear: key },
      data,
      select: { childId: true },
    })
  }
  return planned(regions, links)
}

export async function regionIds(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.region.findMany({ select: { id: true, code: true } })
  return new Map(rows.map((row) => [row.code, row.id]))
}
