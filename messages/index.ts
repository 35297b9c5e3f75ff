import { en } from './en'
import { nl } from './nl'

export const messages = { nl, en }
