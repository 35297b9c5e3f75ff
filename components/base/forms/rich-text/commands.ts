import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables'
import { schema } from './schema'

const { nodes, marks } = schema

function isInside(state: EditorState, type: NodeType, level?: number): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type === type && (level === undefined || node.attrs.level === level)) return true
  }
  return false
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

const toggleHeading =
  (level: number): Command =>
  (state, dispatch) =>
    (isInside(state, nodes.heading, level)
      ? setBlockType(nodes.paragraph)
      : setBlockType(nodes.heading, { level }))(state, dispatch)

const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) =>
    (isInside(state, type) ? liftListItem(nodes.list_item) : wrapInList(type))(state, dispatch)

const toggleQuote: Command = (state, dispatch) =>
  (isInside(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch)

const COLUMNS = 2
const ROWS = 2

/** Below the paragraph, so that no selected words are replaced. */
const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  const row = (type: NodeType) =>
    nodes.table_row.create(
      null,
      Array.from({ length: COLUMNS }, () => type.create(null, nodes.paragraph.create())),
    )
  const table = nodes.table.create(null, [
    row(nodes.table_header),
    ...Array.from({ length: ROWS }, () => row(nodes.table_cell)),
  ])
  const { $to } = state.selection
  const after = $to.depth === 0 ? $to.pos : $to.after(1)
  const tr = state.tr.insert(after, table)
  tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Links the selection; without one, the address itself is inserted. */
export const setLink =
  (href: string): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection
    const mark = marks.link.create({ href })
    const { tr } = state
    if (empty) tr.insert(from, schema.text(href, [mark]))
    else tr.addMark(from, to, mark)
    dispatch?.(tr)
    return true
  }

const unlink: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  let { from, to } = state.selection
  if (empty) {
    // The whole link around the cursor.
    const { parent } = $from
    const start = $from.start()
    parent.forEach((node, offset) => {
      const begin = start + offset
      const end = begin + node.nodeSize
      if (begin <= $from.pos && $from.pos <= end && marks.link.isInSet(node.marks)) {
        from = begin
        to = end
      }
    })
  }
  dispatch?.(state.tr.removeMark(from, to, marks.link))
  return true
}

export interface Tool {
  command: Command
  /** Undefined for a button that is no switch. */
  isOn?: (state: EditorState) => boolean
  isPossible?: (state: EditorState) => boolean
}

/** The buttons, in order. A link asks its address first, so the toolbar gives that command. */
export const TOOLS = {
  heading: { command: toggleHeading(1), isOn: (state) => isInside(state, nodes.heading, 1) },
  subheading: { command: toggleHeading(2), isOn: (state) => isInside(state, nodes.heading, 2) },
  strong: { command: toggleMark(marks.strong), isOn: (state) => hasMark(state, marks.strong) },
  emphasis: { command: toggleMark(marks.em), isOn: (state) => hasMark(state, marks.em) },
  bullets: {
    command: toggleList(nodes.bullet_list),
    isOn: (state) => isInside(state, nodes.bullet_list),
  },
  numbers: {
    command: toggleList(nodes.ordered_list),
    isOn: (state) => isInside(state, nodes.ordered_list),
  },
  quote: { command: toggleQuote, isOn: (state) => isInside(state, nodes.blockquote) },
  link: { command: unlink, isOn: (state) => hasMark(state, marks.link) },
  table: { command: insertTable, isPossible: (state) => !isInTable(state) },
  undo: { command: undo, isPossible: (state) => Number(undoDepth(state)) > 0 },
  redo: { command: redo, isPossible: (state) => Number(redoDepth(state)) > 0 },
} as const satisfies Record<string, Tool>

export type ToolName = keyof typeof TOOLS

/** Shown only when the cursor is in a table. */
export const TABLE_TOOLS = {
  addRow: { command: addRowAfter },
  addColumn: { command: addColumnAfter },
  deleteRow: { command: deleteRow },
  deleteColumn: { command: deleteColumn },
  deleteTable: { command: deleteTable },
} as const satisfies Record<string, Tool>

export type TableToolName = keyof typeof TABLE_TOOLS

export interface ToolbarState {
  on: Partial<Record<ToolName, boolean>>
  impossible: Partial<Record<ToolName, boolean>>
  inTable: boolean
}

const names = Object.keys(TOOLS) as ToolName[]

export function toolbarState(state: EditorState): ToolbarState {
  const on: ToolbarState['on'] = {}
  const impossible: ToolbarState['impossible'] = {}
  for (const name of names) {
    const tool: Tool = TOOLS[name]
    if (tool.isOn) on[name] = tool.isOn(state)
    if (tool.isPossible?.(state) === false) impossible[name] = true
  }
  return { on, impossible, inTable: isInTable(state) }
}
