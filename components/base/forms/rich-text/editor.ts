import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { EditorState, type Command } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { schema } from './schema'
import { readablePaste } from './pasted-html'

const { nodes, marks } = schema

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
}

/** Tab is not among the keys: it leads out of the editor (WCAG 2.1.2). */
const keys = (openLink: () => void) =>
  keymap({
    'Mod-b': toggleMark(marks.strong),
    'Mod-i': toggleMark(marks.em),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-k': () => {
      openLink()
      return true
    },
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    Enter: splitListItem(nodes.list_item),
    'Shift-Enter': chainCommands(breakLine),
  })

interface EditorOptions {
  document: Node
  attributes: Record<string, string>
  onChange: (document: Node) => void
  onState: (state: EditorState) => void
  openLink: () => void
}

const stateOf = (document: Node, openLink: () => void) =>
  EditorState.create({
    doc: document,
    plugins: [history(), keys(openLink), keymap(baseKeymap), tableEditing()],
  })

export interface Editor {
  view: EditorView
  /** Shows another text; what could be undone is forgotten. */
  show: (document: Node) => void
}

export function createEditor(place: HTMLElement, options: EditorOptions): Editor {
  const { document, attributes, onChange, onState, openLink } = options
  const view = new EditorView(place, {
    state: stateOf(document, openLink),
    attributes,
    transformPastedHTML: readablePaste,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) onChange(view.state.doc)
      onState(view.state)
    },
  })
  onState(view.state)
  const show = (next: Node) => {
    view.updateState(stateOf(next, openLink))
    onState(view.state)
  }
  return { view, show }
}
