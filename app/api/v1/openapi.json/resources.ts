import { conceptsSchema, observationsSchema } from '@/lib/figures/indicators/open-data.schema'
import { z } from 'zod'
import { openAdoptionsSchema } from '@/lib/exchange/adoptions/schema'
import { openCallsSchema } from '@/lib/exchange/calls/schema'
import { criteriaSchema } from '@/lib/judgement/assessments/schema'
import {
  openGoalsSchema,
  openMeasuresSchema,
  openRegionChainSchema,
} from '@/lib/monitor/chains/schema'
import { openCollectionsSchema } from '@/lib/knowledge/collections/schema'
import { AUTHORITY_PARAMETERS, STATUS_PARAMETERS } from '@/lib/exchange/obstacles/rules'
import { LEARNING_PARAMETERS, openQuestionsSchema } from '@/lib/exchange/learning/schema'
import { LESSON_PARAMETERS } from '@/lib/knowledge/lessons/rules'
import { openLessonsSchema } from '@/lib/knowledge/lessons/schema'
import { openThreadsSchema } from '@/lib/exchange/questions/schema'
import { openObstaclesSchema } from '@/lib/exchange/obstacles/schema'
import { regionsQuerySchema, regionsSchema } from '@/lib/base/regions/schema'
import { MAX_PAGE, MAX_PAGE_SIZE, MAX_QUERY_LENGTH, PAGE_SIZE } from '@/lib/knowledge/search/rules'
import { initiativesPageSchema, suggestionsSchema } from '@/lib/knowledge/search/schema'
import { FACET_PARAMETERS, SORT_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { targetGroupsSchema } from '@/lib/base/taxonomy/schema'
import { openEntriesSchema, openLedgerSchema } from '@/lib/site/ledger/open-data.schema'
import { initiativeAnswerSchema } from '../initiatieven/[slug]/answer-schema'

// Query schemas transform; these describe what a client sends.
const manySlugs = (description: string) =>
  z
    .array(z.string())
    .optional()
    .meta({ description: `${description}; de sleutel mag vaker voorkomen.` })
const listQuery = z.object({
  q: z.string().max(MAX_QUERY_LENGTH).optional().meta({
    description: 'Woorden. "een zin", of, en -niet worden begrepen.',
    example: 'techniek -zorg',
  }),
  ...Object.fromEntries(
    Object.values(FACET_PARAMETERS).map((name) => [
      name,
      manySlugs(name === 'regio' ? 'Code of slug van een regio' : `Slug van een ${name}`),
    ]),
  ),
  sorteer: z.enum(Object.values(SORT_PARAMETERS)).optional().meta({
    default: 'best',
    description: '`past` ordent naar hoe goed een initiatief bij de regio in `voor` past.',
  }),
  voor: z.string().optional().meta({ description: 'Code of slug van de regio waarvoor u zoekt' }),
  pagina: z.int().min(1).max(MAX_PAGE).optional().meta({ default: 1 }),
  paginagrootte: z.int().min(1).max(MAX_PAGE_SIZE).optional().meta({ default: PAGE_SIZE }),
})

interface Resource {
  path: string
  id: string
  summary: string
  query?: z.ZodObject<Record<string, z.ZodType>>
  hasSlug?: boolean
  code?: boolean
  /** Its address stays when it is merged (308) or withdrawn (410). */
  outlives?: boolean
  answer: z.ZodType
}

export const RESOURCES: readonly Resource[] = [
  {
    path: '/initiatieven',
    id: 'Initiatieven',
    summary: 'Gepubliceerde initiatieven, met filters en aantallen per filter',
    query: listQuery,
    answer: initiativesPageSchema,
  },
  {
    path: '/suggesties',
    id: 'Suggesties',
    summary: 'Wat iemand bedoelt tijdens het typen',
    query: z.object({ q: z.string().max(MAX_QUERY_LENGTH).optional() }),
    answer: suggestionsSchema,
  },
  {
    path: '/initiatieven/{slug}',
    id: 'Initiatief',
    summary: 'Een initiatief met beoordelingen, bewijs en beleidsmonitor',
    hasSlug: true,
    outlives: true,
    answer: initiativeAnswerSchema,
  },
  {
    path: '/regios',
    id: 'Regios',
    summary: "Alle regio's",
    query: z.object({ soort: regionsQuerySchema.shape.soort }),
    answer: regionsSchema,
  },
  {
    path: '/doelgroepen',
    id: 'Doelgroepen',
    summary: 'De doelgroepen met hun definitie',
    answer: targetGroupsSchema,
  },
  {
    path: '/criteria',
    id: 'Criteria',
    summary: 'De zeven criteria met hun ankers',
    answer: criteriaSchema,
  },
  {
    path: '/indicatoren',
    id: 'Indicatoren',
    summary: 'Wat er geteld wordt',
    answer: conceptsSchema,
  },
  {
    path: '/indicatoren/{slug}/waarnemingen',
    id: 'Waarnemingen',
    summary: 'De cijfers van een indicator',
    hasSlug: true,
    query: z.object({
      regio: manySlugs('Code of slug van een regio'),
      periode: manySlugs('Code van een periode, zoals 2024JJ00'),
      peildatum: z.iso
        .date()
        .optional()
        .meta({ description: 'De cijfers zoals zij aan het eind van deze dag stonden.' }),
      pagina: z.int().min(1).max(10_000).optional().meta({ default: 1 }),
    }),
    answer: observationsSchema,
  },
  {
    path: '/beleidsdoelen',
    id: 'Beleidsdoelen',
    summary: "Beleidsdoelen van regio's, met waar zij onder hangen",
    query: z.object({ regio: manySlugs('Code of slug van een regio') }),
    answer: openGoalsSchema,
  },
  {
    path: '/beleidsmaatregelen',
    id: 'Beleidsmaatregelen',
    summary: 'Beleidsmaatregelen met hun doel en geld',
    query: z.object({ regio: manySlugs('Code of slug van een regio') }),
    answer: openMeasuresSchema,
  },
  {
    path: '/verzamelingen',
    id: 'Verzamelingen',
    summary: 'Leeslijsten van redacteuren, met het verhaal en de volgorde',
    answer: openCollectionsSchema,
  },
  {
    path: '/overnames',
    id: 'Overnames',
    summary: 'Wie welk initiatief overneemt, hoe het staat en wat het leerde',
    query: z.object({
      initiatief: z.string().optional().meta({ description: 'Slug van een initiatief' }),
    }),
    answer: openAdoptionsSchema,
  },
  {
    path: '/oproepen',
    id: 'Oproepen',
    summary: "Wat regio's van elkaar willen weten",
    answer: openCallsSchema,
    query: z.object({
      regio: z.string().optional().meta({ description: 'Slug van een regio' }),
      stand: z.enum(['open', 'beantwoord', 'gesloten', 'verlopen']).optional(),
    }),
  },
  {
    path: '/vragen',
    id: 'Vragen',
    summary:
      'Vragen over initiatieven met het antwoord dat hielp, onder de naam van organisaties; honderd per pagina',
    answer: openThreadsSchema,
    query: z.object({
      initiatief: z.string().optional().meta({ description: 'Slug van een initiatief' }),
      pagina: z.int().min(1).max(10_000).optional(),
    }),
  },
  {
    path: '/leervragen',
    id: 'Leervragen',
    summary: "Wat regio's willen leren, voor wanneer, en wat er geleerd is; honderd per pagina",
    answer: openQuestionsSchema,
    query: z.object({
      regio: z.string().optional().meta({ description: 'Slug van een regio' }),
      stand: z.enum(Object.values(LEARNING_PARAMETERS)).optional(),
      pagina: z.int().min(1).max(10_000).optional(),
    }),
  },
  {
    path: '/lessen',
    id: 'Lessen',
    summary:
      'Wat initiatieven en wie ze overnam leerden: wat hielp, wat men anders zou doen en waarom iets stopte; honderd per pagina',
    answer: openLessonsSchema,
    query: z.object({
      les: z.enum(Object.values(LESSON_PARAMETERS)).optional(),
      doelgroep: z.string().optional().meta({ description: 'Slug van een doelgroep' }),
      instrument: z.string().optional().meta({ description: 'Slug van een instrument' }),
      regio: z.string().optional().meta({ description: 'Slug van een regio' }),
      pagina: z.int().min(1).max(10_000).optional(),
    }),
  },
  {
    path: '/knelpunten',
    id: 'Knelpunten',
    summary:
      'Wat initiatieven in de weg staat, wie erover gaat, welke regio het raakt en hoe het staat',
    answer: openObstaclesSchema,
    query: z.object({
      doelgroep: z
        .string()
        .optional()
        .meta({ description: 'Slug van een doelgroep; engere doelgroepen tellen mee' }),
      regio: z.string().optional().meta({
        description: 'Code of slug van een regio; wat erboven en eronder ligt telt mee',
      }),
      instantie: z.enum(Object.values(AUTHORITY_PARAMETERS)).optional(),
      stand: z.enum(Object.values(STATUS_PARAMETERS)).optional(),
      q: z.string().max(200).optional().meta({ description: 'Woorden die erin staan' }),
      lijktOp: z.string().max(200).optional().meta({
        description:
          'Een titel; geeft hoogstens drie knelpunten die erop lijken, los van de andere sleutels',
      }),
    }),
  },
  {
    path: '/monitor/regios/{code}',
    id: 'RegioMonitor',
    summary:
      'De keten van een regio in een jaar: doel, maatregel, geld, initiatief, oordeel en losse einden',
    code: true,
    query: z.object({ jaar: z.int().min(2000).max(2100).optional() }),
    answer: openRegionChainSchema,
  },
  {
    path: '/onveranderd',
    id: 'Onveranderd',
    summary: 'De vingerafdruk van elke dag, waaraan te zien is dat niets is herschreven',
    answer: openLedgerSchema,
  },
  {
    path: '/onveranderd/regels',
    id: 'OnveranderdRegels',
    summary: 'De reeks vingerafdrukken zelf, duizend per antwoord, om zelf na te rekenen',
    query: z.object({
      na: z
        .int()
        .min(0)
        .optional()
        .meta({ default: 0, description: 'Het nummer om na te beginnen' }),
    }),
    answer: openEntriesSchema,
  },
]
