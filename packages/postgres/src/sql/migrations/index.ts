import { events } from './0001-events.js';
import { contentAndCheckpoints } from './0002-content-and-checkpoints.js';
import { maintenanceAndRoles } from './0003-maintenance-and-roles.js';

/** In the order in which they run. One that was released is never edited: its checksum is in every database. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-events', sql: events },
  { name: '0002-content-and-checkpoints', sql: contentAndCheckpoints },
  { name: '0003-maintenance-and-roles', sql: maintenanceAndRoles },
];
