import { notFoundProblem } from '@/lib/base/http/api'

export const GET = notFoundProblem
export const HEAD = notFoundProblem
export const OPTIONS = notFoundProblem
export const POST = notFoundProblem
export const PUT = notFoundProblem
export const PATCH = notFoundProblem
export const DELETE = notFoundProblem
