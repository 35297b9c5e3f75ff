import { describe, expect, it } from 'vitest'
import { guessesLog10 } from '@/lib/base/security/password-strength'
import { buildRegionGraph, regionFamily, sharesRegion } from '@/lib/base/regions/rules'
import { readDemoAccounts, readDemoOrganisations } from './demo-accounts'
import { readDemoAssessments, readDemoDrafts } from './demo-content'
import { readInitiatives } from './initiative-file'
import { secretariatSlug } from './organisations'
import { readRegions, regionLinks, regionRows } from './regions'

const file = readRegions()
const graph = buildRegionGraph(
  regionRows(file).map(({ code, type }) => ({
    id: code,
    type,
    parentIds: regionLinks(file)
      .filter((link) => link.child === code && link.isPrimary)
      .map((link) => link.parent),
  })),
)
const regionOf = new Map([
  ...readDemoOrganisations().map((row) => [row.slug, row.region] as const),
  ...file.serRegions.map((ser) => [secretariatSlug(ser.slug), ser.code] as const),
])
const accounts = new Map(readDemoAccounts().map((account) => [account.email, account]))
const initiatives = new Map(readInitiatives().map((entry) => [entry.slug, entry]))
const assessments = readDemoAssessments()

const panelOf = (slug: string) =>
  assessments.filter((row) => row.initiative === slug && row.kind === 'panel')
const scoresOf = (slug: string, criterion: string) =>
  panelOf(slug)
    .flatMap((row) =>
      row.scores
        .filter((score) => score.criterion === criterion)
        .flatMap(({ score }) => score ?? []),
    )
    .sort()

describe('the demo accounts', () => {
  it('share one password that would be accepted, without words of the product', () => {
    const passwords = new Set(readDemoAccounts().map((account) => account.password))
    expect(passwords.size).toBe(1)
    for (const password of passwords)
      expect(
        guessesLog10(password, ['praktijkbank', 'ongekend', 'talent', 'voorbeeld']),
      ).toBeGreaterThan(14)
  })

  it('have every role', () => {
    const roles = readDemoAccounts().flatMap((account) => [
      ...account.platformRoles,
      ...account.memberships.map((row) => row.role),
    ])
    expect(new Set(roles)).toEqual(
      new Set(['administrator', 'moderator', 'editor', 'assessor', 'manager', 'member']),
    )
  })

  it('act for organisations that exist', () => {
    const named = readDemoAccounts().flatMap((account) =>
      account.memberships.map((row) => row.organisation),
    )
    expect(named.filter((slug) => !regionOf.has(slug))).toEqual([])
  })
})

describe('the demo assessments', () => {
  it('come from someone who acts for that organisation', () => {
    for (const { assessor, organisation, kind } of assessments) {
      const role = kind === 'self' ? 'editor' : 'assessor'
      expect(accounts.get(assessor)?.memberships).toContainEqual({ organisation, role })
    }
  })

  it('never come from the region of the initiative, except as a self-score', () => {
    for (const { initiative, organisation, kind } of assessments) {
      const entry = initiatives.get(initiative)!
      const owner = secretariatSlug(entry.region.serRegion)
      if (kind === 'self') expect(organisation).toBe(owner)
      else {
        const own = regionFamily(graph, [
          regionOf.get(owner)!,
          ...entry.regions.map((region) => region.code),
        ])
        expect(sharesRegion(own, regionFamily(graph, [regionOf.get(organisation)!]))).toBe(false)
      }
    }
  })

  it('show two full panels, one panel that is too small, and a divided criterion', () => {
    expect([...initiatives.keys()].map((slug) => panelOf(slug).length)).toEqual([3, 0, 0, 3, 2, 0])
    const divided = scoresOf('rangeerterrein', 'opschaalbaar')
    expect(divided.at(-1)! - divided[0]!).toBeGreaterThanOrEqual(3)
  })
})

describe('the demo versions', () => {
  it('are one draft and one that waits for a moderator, by editors of the owner', () => {
    expect(readDemoDrafts().map((draft) => draft.status)).toEqual(['draft', 'submitted'])
    for (const { author, organisation } of readDemoDrafts()) {
      expect(accounts.get(author)?.memberships).toContainEqual({ organisation, role: 'editor' })
    }
  })
})
