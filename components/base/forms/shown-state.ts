import type { AutosaveState } from '@/components/base/forms/autosave-state'
import { typedValue } from '@/components/base/forms/typed-values'
import type { ActionResult } from '@/lib/base/http/action-result'

interface Saved {
  version: number
  savedAt: string | null
}

/** Versions only rise, so the highest one read or written is current. */
export function shownState<T extends { version: number; savedAt: string }>(
  result: ActionResult<T>,
  auto: Pick<AutosaveState<T>, 'saved' | 'conflict'>,
  stored: Saved,
) {
  const conflict = result.status === 'conflict' ? result : auto.conflict
  const pressed: Saved =
    result.status === 'ok'
      ? result.data
      : {
          version: Number(typedValue(result, {}, 'version')),
          savedAt: typedValue(result, { savedAt: stored.savedAt ?? '' }, 'savedAt') || null,
        }
  const moments = [pressed.savedAt, auto.saved?.savedAt ?? null].filter((moment) => moment !== null)
  return {
    conflict,
    version: Math.max(
      stored.version,
      auto.saved?.version ?? 0,
      conflict?.theirVersion ?? 0,
      pressed.version,
    ),
    savedAt: moments.toSorted().at(-1) ?? null,
  }
}
