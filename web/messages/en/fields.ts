/** Fields of forms. */
export const fieldTexts = {
  optional: '(optional)',
  show: 'Show',
  showPassword: 'Show password',
  hide: 'Hide',
  hidePassword: 'Hide password',
}
