import { cartKey } from './cart-storage.ts'

/** Runs in the page's head, before anything is painted, so that an empty cart is said to be empty without waiting for the rest. */
export const cartScript = `try{var c=JSON.parse(localStorage.getItem('${cartKey}'));document.documentElement.dataset.cartFound=c&&c.lines&&c.lines.length?'filled':'empty'}catch(e){}`
