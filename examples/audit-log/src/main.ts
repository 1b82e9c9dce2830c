// Records some scans, then reads and proves the log. Run with: npm start
import { createAuditLog, readCheckpoints } from '@llm-sentinel/postgres';
import { openPlace } from './place.js';
import { record } from './record.js';

const place = openPlace('.sentinel/audit-log', process.env);
await record(place, 20);

const log = createAuditLog({ ...place.database, publicKeys: [place.publicKey], hmacKey: place.hmacKey });
try {
  const { scans, blocked, blockRate, averageRisk, topThreats } = await log.summary();
  console.log(
    `Log in ${place.name}: ${scans} scans, ${blocked} blocked (${percent(blockRate)}), average risk ${averageRisk?.toFixed(2)}`,
  );
  for (const { threatType, count } of topThreats) console.log(`  ${threatType.padEnd(14)} ${count}`);

  const { entries } = await log.search({ blocked: true, userId: 'user-1', limit: 2 });
  for (const { ts, threat_type, excerpt } of entries) console.log(`  ${ts}  ${threat_type}  "${excerpt}"`);

  const checkpoints = await readCheckpoints(place.checkpointFile);
  const { ok, entries: verified, chains, first } = await log.verify({ checkpoints });
  console.log(
    ok
      ? `Intact: ${verified} entries in ${chains} chains, against ${checkpoints.length} checkpoints from outside.`
      : first,
  );
  console.log('\nNext: npm run tamper');
} finally {
  await log.close();
}

function percent(rate: number | null): string {
  return rate === null ? '-' : `${Math.round(rate * 100)} %`;
}
