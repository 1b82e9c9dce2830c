// Writes sample lines in both formats, for the configurations to read: npm start [folder]
import { writeSampleLog } from './sample-log.js';

const [folder = 'log'] = process.argv.slice(2);
for (const format of ['default', 'ecs'] as const) {
  const { log, audit } = await writeSampleLog(folder, format);
  console.log(`${log}\n${audit}`);
}
