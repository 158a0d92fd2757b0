import { focusContent } from '../../components/focus-content.ts'

const line = '[data-testid="cart-line"], [data-testid="checkout-line"]'
const canHaveFocus = 'a[href]:not([tabindex="-1"]), button:not(:disabled), input:not(:disabled)'

/** To be called before a line goes: takes the focus to the next one, else the one before, else to what holds the cart. */
export function focusBeside(control: Element): void {
  const own = control.closest(line)
  focus((own?.nextElementSibling ?? own?.previousElementSibling)?.querySelector(canHaveFocus), control)
}

/** To be called before a control of a line goes: takes the focus to the line's quantity. */
export function focusWithin(control: Element): void {
  focus(control.closest(line)?.querySelector('input'), control)
}

/** To be called before another line takes the place of this one: takes the focus there as soon as it stands. */
export function focusInstead(control: Element): void {
  const own = control.closest(line)
  const lines = own?.parentElement
  if (!own || !lines) return
  const index = [...lines.children].indexOf(own)
  requestAnimationFrame(() => {
    const other = lines.children[index]
    if (other instanceof HTMLElement) other.focus({ preventScroll: true })
  })
}

function focus(target: Element | null | undefined, control: Element): void {
  const place = target ?? control.closest('[data-cart]')
  if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  else focusContent()
}
