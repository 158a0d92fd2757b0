/** Keeps the keyboard in the page's content when what had the focus is gone. */
export function focusContent(): void {
  document.getElementById('content')?.focus({ preventScroll: true })
}
