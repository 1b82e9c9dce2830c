import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ServiceProcess } from '../test/support/service-process.js';

export interface ProcessUse {
  /** Of all threads, user and system. */
  readonly cpuSeconds: number;
  readonly rssBytes: number;
}

// What the kernel counts in; the same on every Linux that Node runs on.
const TICKS_A_SECOND = 100;
const PAGE_BYTES = Number(execFileSync('getconf', ['PAGESIZE']).toString());

/** What the process of a service has used so far, from outside: asking it would be load. Linux only. */
export async function processUse({ child }: ServiceProcess): Promise<ProcessUse> {
  // The name of the program, in parentheses, may hold blanks.
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // Fields 14, 15 and 24 of proc(5), counted from the third.
  const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number);
  return { cpuSeconds: (user! + system!) / TICKS_A_SECOND, rssBytes: pages! * PAGE_BYTES };
}
