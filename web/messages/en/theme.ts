/** Light, dark, or as the system has it. */
export const themeTexts = {
  colours: 'Colours',
  names: { system: 'System', light: 'Light', dark: 'Dark' },
  now: (name: string) => `Colours: ${name}`,
  change: (name: string, next: string) => `Colours: ${name}. Change to ${next}`,
}
