import { z } from 'zod'
import { MAX_PAGE, MAX_PAGE_SIZE, MAX_WORDS_LENGTH, PAGE_SIZE } from './rules'

const list = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().min(1).max(100)).max(50))
const whole = (max: number, standard: number) => z.coerce.number('geen getal').int('geen heel getal').min(1, 'lager dan 1').max(max, `hoger dan ${String(max)}`).default(standard)

/** Query of GET /api/v1/initiatieven. Slugs are checked against the vocabularies afterwards. */
export const initiativesQuerySchema = z.strictObject({
  q: z.string().max(MAX_WORDS_LENGTH, 'te lang').default(''),
  doelgroep: list,
  regio: list,
  sector: list,
  instrument: list,
  opgave: list,
  pagina: whole(MAX_PAGE, 1),
  paginagrootte: whole(MAX_PAGE_SIZE, PAGE_SIZE),
})
