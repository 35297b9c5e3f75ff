export const letterOf = (index: number): string => 'ABCD'.charAt(index)
