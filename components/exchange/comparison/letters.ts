/** The letter that stands for an initiative in drawings, tables and files. */
export const letterOf = (index: number): string => 'ABCD'.charAt(index)
