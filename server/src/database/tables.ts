/**
 * All tables and their row types. Each feature adds its own from its `tables.ts` by declaration merging,
 * so that the database knows no feature and every query is checked all the same.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface Tables {}
