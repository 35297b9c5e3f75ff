import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FormValues } from '@/lib/base/http/action-result'
import { DraftSaver, PAUSE_MS, RETRY_MS, type DraftProgress } from './draft-saver'
import type { SaveOutcome } from './draft-storage'

const AT = '2026-11-30T13:05:00.000Z'
const SAVED: SaveOutcome = { kind: 'saved', savedAt: AT }

function open({ server = true, browser = true } = {}) {
  const typed: { text: string } = { text: '' }
  const kept: FormValues[] = []
  const told: DraftProgress[] = []
  const saves: { values: FormValues; last: boolean }[] = []
  const answers: ((outcome: SaveOutcome) => void)[] = []
  const removed = { server: 0, browser: 0 }
  const saver = new DraftSaver({
    read: () => ({ text: typed.text }),
    keep: (values) => {
      kept.push(values)
      return browser
    },
    dropKept: () => {
      removed.browser += 1
    },
    server: server
      ? {
          save: (values, last = false) => {
            saves.push({ values, last })
            return new Promise((resolve) => answers.push(resolve))
          },
          remove: (after) => {
            void after.then(() => {
              removed.server += 1
            })
          },
        }
      : null,
    tell: (progress) => told.push(progress),
  })
  const type = (text: string) => {
    typed.text = text
    saver.touch(text !== '')
  }
  const answer = async (outcome: SaveOutcome) => {
    answers.shift()?.(outcome)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { saver, type, answer, kept, told, saves, removed }
}

const pause = () => vi.advanceTimersByTimeAsync(PAUSE_MS)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a draft', () => {
  it('is saved at a pause, and leaves this browser once the server has it', async () => {
    const { type, answer, kept, told, saves, removed } = open()
    type('een')
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
    type('een twee')
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
    expect(saves).toEqual([])
    await pause()
    expect(saves).toEqual([{ values: { text: 'een twee' }, last: false }])
    expect(kept).toEqual([{ text: 'een twee' }])
    await answer(SAVED)
    expect(removed.browser).toBe(1)
    expect(told.map(({ kind }) => kind)).toEqual(['waiting', 'waiting', 'saving', 'saved'])
  })

  it('saves once more what was typed while it was saving, one at a time', async () => {
    const { type, answer, saves, told } = open()
    type('een')
    await pause()
    type('een twee')
    await pause()
    expect(saves).toHaveLength(1)
    await answer(SAVED)
    expect(saves.map(({ values }) => values.text)).toEqual(['een', 'een twee'])
    expect(told.at(-1)).toEqual({ kind: 'saving' })
    await answer(SAVED)
    expect(told.at(-1)).toEqual({ kind: 'saved', at: AT })
  })

  it('stays in this browser without a connection, and is tried again', async () => {
    const { type, answer, saves, told, removed } = open()
    type('een')
    await pause()
    await answer({ kind: 'offline' })
    expect(told.at(-1)).toEqual({ kind: 'problem', why: 'offline', inBrowser: true })
    expect(removed.browser).toBe(0)
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect(saves).toHaveLength(2)
    await answer(SAVED)
    expect(told.at(-1)).toMatchObject({ kind: 'saved' })
  })

  it('says when it stands in the form alone, and does not repeat what is refused', async () => {
    const { type, answer, saves, told } = open({ browser: false })
    type('een')
    await pause()
    await answer({ kind: 'refused' })
    expect(told.at(-1)).toEqual({ kind: 'problem', why: 'refused', inBrowser: false })
    await vi.advanceTimersByTimeAsync(RETRY_MS * 3)
    expect(saves).toHaveLength(1)
  })

  it('goes when the form is as it is stored again', async () => {
    const { type, removed, told } = open()
    type('een')
    type('')
    await pause()
    expect(removed).toEqual({ server: 1, browser: 1 })
    expect(told.at(-1)).toEqual({ kind: 'none' })
  })

  it('is not brought back by a save that was under way when it was sent', async () => {
    const { saver, type, answer, removed, told } = open()
    type('een')
    await pause()
    saver.press()
    saver.drop()
    await vi.advanceTimersByTimeAsync(0)
    expect(removed.server).toBe(0)
    await answer(SAVED)
    expect(removed.server).toBe(1)
    expect(told.at(-1)).toEqual({ kind: 'none' })
  })

  it('is kept when the page goes away, but not after the button was pressed', () => {
    const { saver, type, saves, kept } = open()
    saver.leave()
    expect(kept).toEqual([])
    type('een')
    saver.leave()
    expect(saves).toEqual([{ values: { text: 'een' }, last: true }])
    saver.press()
    saver.leave()
    expect(saves).toHaveLength(1)
    expect(kept).toHaveLength(2)
  })

  it('is not saved again on leaving when the server has it', async () => {
    const { saver, type, answer, saves, kept } = open()
    type('een')
    await pause()
    await answer(SAVED)
    saver.leave()
    expect([saves.length, kept.length]).toEqual([1, 1])
    type('een twee')
    saver.leave()
    expect(saves.at(-1)).toEqual({ values: { text: 'een twee' }, last: true })
  })

  it('leaves this browser when its last save arrives, and stays when it does not', async () => {
    const first = open()
    first.type('een')
    first.saver.leave()
    await first.answer(SAVED)
    expect(first.removed.browser).toBe(1)
    const second = open()
    second.type('een')
    second.saver.leave()
    await second.answer({ kind: 'offline' })
    expect(second.removed.browser).toBe(0)
  })

  it('is not overwritten while someone has to choose between two texts', async () => {
    const { saver, type, saves } = open()
    saver.hold(true)
    type('een')
    await pause()
    saver.leave()
    saver.retry()
    expect(saves).toEqual([])
    saver.hold(false)
    type('een twee')
    await pause()
    expect(saves).toHaveLength(1)
  })

  it('stays in this browser alone where the form saves itself', async () => {
    const { type, kept, told } = open({ server: false })
    type('een')
    await pause()
    expect(kept).toEqual([{ text: 'een' }])
    expect(told.map(({ kind }) => kind)).toEqual(['waiting'])
  })
})
