'use server'
import { refresh } from 'next/cache'
import { invalidateContent } from '@/lib/base/cache/cached'
import type { ActionResult, FormValues, Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { aboutRegion } from '@/lib/monitor/chains/loaders'
import { saveWorksheetRow, undoWorksheetBatch } from './mutations'
import { undoSchema, worksheetRowSchema } from './schema'

/** "cell.title" and "was.title" become two groups. */
function grouped(values: FormValues): Record<string, unknown> {
  const groups: Record<string, unknown> & Record<'cells' | 'was', Record<string, unknown>> = {
    cells: {},
    was: {},
  }
  for (const [name, value] of Object.entries(values)) {
    const [group, column] = name.split('.')
    if (column === undefined) groups[name] = value
    else groups[group === 'cell' ? 'cells' : 'was'][column] = value
  }
  return groups
}

/** Saves what was changed in one row; faults come back beside their cells, the rest is saved. */
export async function saveWorksheetRowAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    { ...aboutRegion, schema: worksheetRowSchema, input: grouped, shows: 'page' },
    async (input, { actor, values }) => {
      const { changes, faults } = await saveWorksheetRow({ ...input, actorId: actor.userId })
      const wrong = Object.entries(faults)
      if (wrong.length === 0) return null
      if (changes.length > 0) invalidateContent()
      refresh()
      return {
        status: 'invalid',
        fieldErrors: Object.fromEntries(wrong.map(([name, key]) => [`cell.${name}`, [key]])),
        formErrors: [],
        values,
      }
    },
  )
}

interface Undone {
  restored: number
  left: number
}

export async function undoWorksheetAction(
  _previous: ActionResult<Undone | Saved>,
  form: FormData,
): Promise<ActionResult<Undone | Saved>> {
  return runForm(
    form,
    { ...aboutRegion, schema: undoSchema, shows: 'page' },
    async (input, { actor }) => ({
      status: 'ok',
      data: await undoWorksheetBatch({ ...input, actorId: actor.userId }),
    }),
  )
}
