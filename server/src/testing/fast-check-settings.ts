const runsDefault = 8

/** How many random runs to make, and which: those that fast-check printed when it found something. */
export function fastCheckSettings() {
  const {
    FAST_CHECK_RUNS: runs = runsDefault,
    FAST_CHECK_SEED: seed,
    FAST_CHECK_PATH: path,
    FAST_CHECK_REPLAY_PATH: replayPath,
  } = process.env
  return {
    numRuns: Number(runs),
    ...(seed ? { seed: Number(seed) } : {}),
    ...(path ? { path } : {}),
    ...(replayPath ? { replayPath } : {}),
  }
}
