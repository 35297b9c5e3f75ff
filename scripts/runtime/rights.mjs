import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { CALLS } from '../../e2e/authz/actions/all.ts'
import { ROLES } from '../../e2e/authz/matrix.ts'
import { RIGHTS } from '../../lib/people/accounts/policy.ts'
import { inRoot } from './paths.mjs'

/** Files that the tables of rights are written in, and what stands between the two marks of each. */
export const DRAWN = {
  'docs/rights.md': drawRights,
  'docs/beheer.md': drawDutchRights,
}
const MARKED = /<!-- rights -->[\s\S]*<!-- \/rights -->/

const CLASSES = {
  anyone: 'anyone, also without an account',
  signedIn: 'anyone signed in',
  acting: 'who acts for the organisation that the form names',
  outsider: 'anyone signed in of another organisation',
  owner: 'the person whose data it is',
  proof: 'a link, code or half sign-in; no role opens it',
}
const SCOPES = {
  organisation: 'the organisation',
  region: 'the organisation and its region',
  regionPolicy: 'the region',
  theirs: 'the own organisation of whoever calls',
}

/** What each right lets people do, in the words of the handbook. */
const DUTCH = {
  'initiative.write':
    'initiatieven, oproepen, bijeenkomsten, knelpunten en verzamelingen schrijven',
  'initiative.import': 'initiatieven uit een bestand importeren',
  'initiative.review': 'ingediende initiatieven publiceren of teruggeven',
  'selfScore.write': 'een initiatief zelf scoren en op scores antwoorden',
  'assessment.write': 'initiatieven beoordelen',
  'round.request': 'een beoordeling aanvragen',
  'round.manage': 'beoordelaars kiezen en een ronde sluiten',
  'contest.decide': 'beslissen over een betwiste score of een betwist feit',
  'post.moderate': 'vragen, antwoorden en oproepen verbergen en terugzetten',
  'obstacle.curate': 'knelpunten bijwerken, samenvoegen en adviezen bewaren',
  'figures.manage': 'cijfers en bronnen inlezen',
  'policy.write': 'beleid, doelen, maatregelen en oordelen van de regio bijhouden',
  'reaction.write': 'reageren op een oordeel over een maatregel',
  'measurement.write': 'indicatoren en metingen van initiatieven bijhouden',
  'account.manage': 'rollen op het platform geven, accounts aan- en uitzetten',
  'people.manage': 'mensen uitnodigen, rollen geven en aanvragen beslissen',
  'organisation.manage': 'gegevens van de organisatie wijzigen',
  'organisation.register': 'organisaties toevoegen, beëindigen en heropenen',
  'settings.manage': 'instellingen, taken en post beheren',
  'audit.read': 'het logboek lezen',
  'vocabulary.manage': 'woordenlijsten en de indeling in regio’s beheren',
}
const DUTCH_ROLES = {
  editor: 'redacteur',
  manager: 'manager',
  member: 'lid',
  assessor: 'beoordelaar',
  moderator: 'moderator',
  administrator: 'beheerder',
}

const row = (cells) => `| ${cells.join(' | ')} |`
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
const cellsOf = (right, words) =>
  ROLES.map((role) => (RIGHTS[right][role] ?? []).map((side) => words[side]).join(words.and))

function needsOf({ needs, scope = 'organisation' }) {
  const named = [needs].flat().map((need) => CLASSES[need] ?? `\`${need}\``)
  const isRight = [needs].flat().some((need) => need in RIGHTS)
  return [named.join(' or '), isRight ? SCOPES[scope] : '']
}

function drawRights() {
  const rights = table(
    ['right', ...ROLES],
    Object.keys(RIGHTS).map((right) => [
      `\`${right}\``,
      ...cellsOf(right, { own: 'own', other: 'other', and: ', ' }),
    ]),
  )
  const actions = table(
    ['server action', 'of', 'needs', 'own side is'],
    CALLS.map((call) => [
      `\`${call.action}\`${call.about === undefined ? '' : ` (${call.about})`}`,
      call.file.replace(/^lib\//, '').replace(/\/(?:(\w[\w-]*)\.)?actions\.ts$/, ''),
      ...needsOf(call),
    ]),
  )
  return `## Rights\n\n${rights}\n\n## Server actions\n\n${actions}`
}

function drawDutchRights() {
  return table(
    ['wat', ...ROLES.map((role) => DUTCH_ROLES[role])],
    Object.keys(RIGHTS).map((right) => [
      DUTCH[right],
      ...cellsOf(right, { own: 'eigen', other: 'andere', and: ' en ' }),
    ]),
  )
}

/** The text of a file with its tables drawn anew. */
export async function drawn(path) {
  const text = readFileSync(inRoot(path), 'utf8')
  const marked = `<!-- rights -->\n\n${DRAWN[path]()}\n\n<!-- /rights -->`
  const settings = JSON.parse(readFileSync(inRoot('.prettierrc.json'), 'utf8'))
  return format(
    text.replace(MARKED, () => marked),
    { ...settings, parser: 'markdown' },
  )
}

function* files(path) {
  for (const entry of readdirSync(inRoot(path), { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* files(child)
    else if (/actions\.ts$/.test(entry.name)) yield child
  }
}

/** Server actions without a row in e2e/authz/actions, and rights that no sentence explains. */
export function withoutRow() {
  const named = new Set(CALLS.map(({ file, action }) => `${file} ${action}`))
  const actions = [...files('lib')].flatMap((file) => {
    const text = readFileSync(inRoot(file), 'utf8')
    return text.startsWith("'use server'")
      ? [...text.matchAll(/^export async function (\w+)/gm)].map(([, name]) => `${file} ${name}`)
      : []
  })
  return [
    ...actions.filter((action) => !named.has(action)),
    ...Object.keys(RIGHTS).filter((right) => !(right in DUTCH)),
  ]
}
