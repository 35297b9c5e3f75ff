import type * as Data from '@/lib/exchange/questions/data'
import type * as Mutations from '@/lib/exchange/questions/mutations'
import type { db } from '@/lib/base/db/db'
import { demoAccount, initiativeId } from './demo-account'

type Modules = Pick<typeof Data, 'getAskable' | 'getPost' | 'listQuestions'> &
  Pick<typeof Mutations, 'saveAnswer' | 'saveQuestion'>

export async function arrangeQuestions(
  client: typeof db,
  { getAskable, getPost, listQuestions, saveAnswer, saveQuestion }: Modules,
) {
  const messageBy = async (email: string): Promise<Mutations.Message> => {
    const { id, name, organisation } = await demoAccount(client, email)
    return { text: '', organisation, actor: { id, name } }
  }
  const initiative = await getAskable(await initiativeId(client, 'rangeerterrein'))
  if (!initiative) throw new Error('nothing to ask about')
  const asker = await messageBy('redacteur.overijssel@voorbeeld.nl')
  const owner = await messageBy('redacteur.brabant@voorbeeld.nl')
  const threads = () => listQuestions(initiative.id)
  const withText = <Post extends { text: string }>(posts: readonly Post[], text: string): Post => {
    const found = posts.find((post) => post.text === text)
    if (!found) throw new Error(`"${text}" is not there`)
    return found
  }
  return {
    initiative,
    asker,
    owner,
    threads,
    ask: async (text = 'Wat kost het per deelnemer?'): Promise<string> => {
      await saveQuestion(initiative, { ...asker, text })
      return withText(await threads(), text).id
    },
    answer: async (questionId: string, text: string, by = owner): Promise<string> => {
      const question = await getPost(questionId)
      if (!question) throw new Error('the question is not there')
      await saveAnswer(question, { ...by, text })
      return withText(
        (await threads()).flatMap(({ answers }) => answers),
        text,
      ).id
    },
  }
}

export async function clearQuestions(client: typeof db): Promise<void> {
  await client.post.deleteMany({ where: { questionId: { not: null } } })
  await client.post.deleteMany()
}
