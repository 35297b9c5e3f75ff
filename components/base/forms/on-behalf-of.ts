import type { FieldSpec } from './fields-form'

interface Organisation {
  id: string
  name: string
}

interface OnBehalfOf {
  about: Record<string, string>
  fields: FieldSpec[]
  stored: Record<string, string>
}

export function onBehalfOf(organisations: readonly Organisation[], label: string): OnBehalfOf {
  const organisationId = organisations[0]?.id ?? ''
  if (organisations.length < 2) return { about: { organisationId }, fields: [], stored: {} }
  return {
    about: {},
    stored: { organisationId },
    fields: [
      {
        kind: 'select',
        name: 'organisationId',
        label,
        options: organisations.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
  }
}
