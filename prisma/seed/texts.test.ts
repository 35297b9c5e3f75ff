import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../..', import.meta.url).pathname
const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))

interface Text {
  where: string
  text: string
}

function textsOf(value: unknown, where = ''): Text[] {
  if (typeof value === 'string') return [{ where, text: value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'meta' ? [] : textsOf(inner, `${where}.${key}`),
  )
}

/** Words of a sentence that are written as programs write names: workingElements, region_type. */
const NAME = /(?<![\w@/.-])(?:[a-z]{2,}(?:[A-Z][a-z]+)+|[a-z]+(?:_[a-z]+)+)(?![\w@/])/g
/** Names of values in a message are no words to read; only the text between them is. */
const wordsOfMessage = (message: string) =>
  message.replace(/\{\w+\s*(?:,\s*\w+\s*(?:,\s*\w+\s*)?)?|\b\w+\s*(?=\{)|<\/?\w+>/g, ' ')
const namesIn = (sentence: string) => sentence.replace(/https?:\/\/\S+/g, '').match(NAME) ?? []
/** "target_group statushouders" is a reference to a term, and no sentence. */
const isSentence = (text: string) => / /.test(text) && !/^[a-z_]+ [a-z0-9-]+$/.test(text)

describe('texts that people read', () => {
  const sentences = ['prisma/seed/reference', 'prisma/seed/demo']
    .flatMap(filesIn)
    .flatMap((file) => textsOf(JSON.parse(readFileSync(join(ROOT, file), 'utf8')), file))
    .filter(({ text }) => isSentence(text))

  it('of the examples name no field of the program', () => {
    expect(sentences.length).toBeGreaterThan(1_000)
    expect(
      sentences.flatMap(({ where, text }) => namesIn(text).map((name) => `${where}: ${name}`)),
    ).toEqual([])
  })

  it.each(['nl', 'en'])('of the screens in %s name no field of the program', (language) => {
    const messages = filesIn(`messages/${language}`).flatMap((file) =>
      textsOf(JSON.parse(readFileSync(join(ROOT, file), 'utf8')), file),
    )
    expect(messages.length).toBeGreaterThan(1_000)
    expect(
      messages.flatMap(({ where, text }) =>
        namesIn(wordsOfMessage(text)).map((name) => `${where}: ${name}`),
      ),
    ).toEqual([])
  })

  it.each([
    ['zie workingElements voor meer', ['workingElements']],
    ['kies region_type eerst', ['region_type']],
    ['UWV en SER-Brabant, kB en eHerkenning via info@a_b.nl', []],
  ])('are read: %s', (sentence, names) => {
    expect([...namesIn(sentence)]).toEqual(names)
  })
})
