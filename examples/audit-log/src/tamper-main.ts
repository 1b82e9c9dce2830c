// Tampers with a copy of the log, and shows that each manipulation is found. Run with: npm run tamper
import { createAuditLog, readCheckpoints } from '@llm-sentinel/postgres';
import { openPlace } from './place.js';
import { tamperWithCopy } from './tamper.js';

const place = openPlace('.sentinel/audit-log', process.env);
const log = createAuditLog({ ...place.database });
try {
  const findings = await tamperWithCopy(log.export(), place.publicKey, await readCheckpoints(place.checkpointFile));
  for (const { what, seq, problem } of findings) {
    console.log(`A superuser ${what} (row ${seq})`);
    console.log(
      problem === null
        ? '  NOT FOUND'
        : `  found: ${problem.kind} at row ${problem.seq} of chain ${problem.chain_id}. ${problem.message}`,
    );
  }
  if (findings.some(({ problem }) => problem === null)) process.exitCode = 1;
} finally {
  await log.close();
}
