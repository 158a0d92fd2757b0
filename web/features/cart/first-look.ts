import { cartKey } from './cart-storage.ts'

/**
 * Runs in the page's head, before anything is painted, so that an empty cart is said to be empty without waiting for the
 * rest, and the shape of a filled one is as high as it will be.
 */
export const cartScript = `try{var c=JSON.parse(localStorage.getItem('${cartKey}')),n=c&&c.lines&&c.lines.length||0,p=document.documentElement;p.dataset.cartFound=n?'filled':'empty';n&&p.style.setProperty('--cart-lines',n)}catch(e){}`
