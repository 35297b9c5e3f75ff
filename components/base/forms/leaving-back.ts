export const LEAVING_BACK = 'leaving-back'
