import { boundedDatabase } from './bounded-database.ts'
import { crashPoints } from './crash-points.ts'
import { endConnections, killBackends, killServer } from './dying-postgres.ts'
import { failingDisk } from './failing-disk.ts'
import type { Fault } from './fault.ts'
import { heldLock } from './held-lock.ts'
import { killShop } from './kill-shop.ts'
import { killStart } from './kill-start.ts'
import { cutNetwork, lostCommits, silentNetwork, slowNetwork } from './network.ts'
import { powerLoss } from './power-loss.ts'

const postgres = ['PostgreSQL', 'PostgreSQL, four processes'] as const

/** All there are, in the order in which they are told; those that take longest stand between short ones. */
export const faults: readonly Fault[] = [
  killShop('SQLite'),
  ...postgres.map(killShop),
  killStart('SQLite'),
  killStart('PostgreSQL'),
  crashPoints,
  powerLoss,
  failingDisk,
  boundedDatabase,
  heldLock,
  ...postgres.map(endConnections),
  ...postgres.map(killBackends),
  ...postgres.map(killServer),
  ...postgres.map(cutNetwork),
  ...postgres.map(slowNetwork),
  ...postgres.map(silentNetwork),
  ...postgres.map(lostCommits),
]
