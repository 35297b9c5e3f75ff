/** Says that the back or forward button was pressed; who prevents it keeps the page as it is. */
export const LEAVING_BACK = 'leaving-back'
