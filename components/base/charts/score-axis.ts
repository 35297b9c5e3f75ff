export const SCORES = [1, 2, 3, 4, 5]
export const AXIS_WIDTH = 400
export const scoreX = (score: number) => 24 + (score - 1) * 88
