import { describe, expect, it } from 'vitest'
import { onBehalfOf } from './on-behalf-of'

const ser = { id: 'a', name: 'SER Drechtsteden' }
const board = { id: 'b', name: 'Regiobestuur' }

describe('onBehalfOf', () => {
  it('takes the only organisation without asking', () => {
    expect(onBehalfOf([ser], 'Namens')).toEqual({
      about: { organisationId: 'a' },
      fields: [],
      stored: {},
    })
  })

  it('asks when there are several, with the first one chosen', () => {
    expect(onBehalfOf([ser, board], 'Namens')).toEqual({
      about: {},
      stored: { organisationId: 'a' },
      fields: [
        {
          kind: 'select',
          name: 'organisationId',
          label: 'Namens',
          options: [
            { value: 'a', label: 'SER Drechtsteden' },
            { value: 'b', label: 'Regiobestuur' },
          ],
        },
      ],
    })
  })

  it('names nobody when there is nobody to act for', () => {
    expect(onBehalfOf([], 'Namens').about).toEqual({ organisationId: '' })
  })
})
