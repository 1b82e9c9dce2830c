import { isSentinelError } from '@llm-sentinel/core';
import { Command, CommanderError, Option } from 'commander';
import { shown } from './format.js';
import { type CliIo, EXIT, UsageError } from './io.js';
import { checkpointCommand, eraseCommand, keygenCommand, migrateCommand, retainCommand } from './maintain-commands.js';
import { reportCommand, searchCommand, tailCommand } from './query-commands.js';
import { exportCommand, importCommand } from './transfer-commands.js';
import { verifyCommand } from './verify-command.js';

declare const __VERSION__: string;

/** Runs a command line and resolves with its exit code: 0 well, 1 a problem of the log, 2 of the command line, 3 anything else. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  let code = 0;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
    io.stderr.write(`llm-sentinel-audit: ${explain(error)}\n`);
    if (error instanceof UsageError || isSentinelError(error, 'INVALID_OPTION')) return EXIT.usage;
    if (!isSentinelError(error, 'INVALID_INPUT')) return EXIT.failure;
    return 'problem' in error.details ? EXIT.problem : EXIT.usage;
  }
}

function buildProgram(io: CliIo, done: (code: number) => void): Command {
  const program = new Command('llm-sentinel-audit')
    .description('Reads, proves and maintains the audit log of LLM Sentinel.')
    .version(__VERSION__)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: (text) => void io.stderr.write(text) })
    .showHelpAfterError('(--help shows what can be given)')
    .addHelpText(
      'after',
      '\nThe log: --data-dir, or --database-url, or AUDIT_DATABASE_URL in the environment.\nAUDIT_HMAC_KEY finds users by their ids.\nExit codes: 0 well, 1 the log is not intact, 2 wrong usage, 3 anything else.',
    );

  /** A command on the log. What all have is at each, so that it can stand after the name. */
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .exitOverride()
      .option('--data-dir <folder>', 'folder of an embedded log')
      .option('--database-url <url>', 'PostgreSQL; better given as AUDIT_DATABASE_URL, which other users cannot see')
      .option('--json', 'print JSON');
  const ranged = (target: Command): Command =>
    target
      .option('--from <time>', 'from this time on, ISO 8601')
      .option('--to <time>', 'before this time')
      .option('--tenant <name>', 'of one tenant');
  const signed = (target: Command): Command =>
    target
      .option('--key <file>', 'Ed25519 private key that signs checkpoints')
      .option('--checkpoint-file <file>', 'append the checkpoint to this file, outside the database');
  const trusted = (target: Command): Command =>
    target.option('--public-key <file...>', 'keys whose checkpoints count; repeat for rotated keys');
  const run = (target: Command, action: (flags: never) => Promise<number> | number): Command =>
    target.action(async (flags) => done(await action(flags as never)));
  const runWith = (target: Command, action: (argument: string, flags: never) => Promise<number> | number): Command =>
    target.action(async (argument, flags) => done(await action(argument as string, flags as never)));

  run(command('migrate', 'bring the schema up to date'), (flags) => migrateCommand(flags, io));
  run(
    trusted(command('verify', 'follow every chain and check it against checkpoints'))
      .option('--from <time>', 'a part of the log, from this time on')
      .option('--to <time>', 'before this time')
      .option('--checkpoints <file>', 'checkpoints that were kept outside the database')
      .option('--export <file>', 'verify an exported file, without a database'),
    (flags) => verifyCommand(flags, io),
  );
  run(
    signed(ranged(command('export', 'write the log as JSON lines or CSV')))
      .addOption(
        new Option('--format <format>', 'jsonl can be verified and imported')
          .choices(['jsonl', 'csv'])
          .default('jsonl'),
      )
      .option('-o, --output <file>', 'default: standard output'),
    (flags) => exportCommand(flags, io),
  );
  runWith(trusted(command('import', 'bring a JSONL export in, verified')).argument('<file>'), (file, flags) =>
    importCommand(file, flags, io),
  );
  runWith(
    ranged(command('report', 'answers for an auditor')).argument(
      '<standard>',
      'pci-dss, gdpr, hipaa, soc2 or eu-ai-act',
    ),
    (standard, flags) => reportCommand(standard, flags, io),
  );
  run(
    trusted(signed(command('retain', 'drop months that are old enough')))
      .requiredOption('--older-than <time>', '2026-01-31, or "12 months"')
      .option('--dry-run', 'only say what would be dropped'),
    (flags) => retainCommand(flags, io),
  );
  runWith(
    ranged(command('search', 'find entries, the newest first'))
      .argument('[text]', 'words in the redacted excerpt')
      .option('--threat <type>', 'injection, jailbreak, pii, …')
      .option('--severity <level...>')
      .option('--type <event...>', 'scan, feedback, decision, …')
      .option('--rule <id>')
      .option('--user <id>', 'needs AUDIT_HMAC_KEY')
      .option('--session <id>', 'needs AUDIT_HMAC_KEY')
      .option('--blocked')
      .option('--no-blocked')
      .option('--limit <number>', '1 to 1000; default 100')
      .option('--cursor <cursor>', 'the next page'),
    (text, flags) => searchCommand(text, flags, io),
  );
  run(
    command('tail', 'the last entries')
      .option('-n, --lines <number>', 'how many', '20')
      .option('-f, --follow', 'and those that come'),
    (flags) => tailCommand(flags, io),
  );
  run(signed(command('checkpoint', 'sign where all chains stand')), (flags) => checkpointCommand(flags, io));
  run(
    command('erase', "destroy a person's keys, so that encrypted texts can't be read any more")
      .option('--user <id>', 'needs AUDIT_HMAC_KEY')
      .option('--subject <ref>', 'as it is in the log'),
    (flags) => eraseCommand(flags, io),
  );
  runWith(command('keygen', 'make a pair of keys for checkpoints').argument('<file>'), (file, flags) =>
    keygenCommand(file, flags, io),
  );
  return program;
}

const ADVICE: Readonly<Record<string, string>> = {
  '42P01': 'The schema is not there: run "llm-sentinel-audit migrate".',
  '42883': 'The schema is not there, or of an older version: run "llm-sentinel-audit migrate".',
  '42501': 'The role may not do this; docs/adapters/postgres.md has a role for each task.',
  '28P01': 'The password is wrong.',
  '28000': 'The server does not let this user in.',
  '3D000': 'There is no such database.',
  ECONNREFUSED: 'No server answers there.',
  ENOTFOUND: 'There is no such host.',
};

/** In a line, without a stack and without a credential. */
function explain(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const advice = typeof code === 'string' && Object.hasOwn(ADVICE, code) ? ` ${ADVICE[code]}` : '';
  const text = shown(String(message || code || error).replace(/\b(postgres(?:ql)?:\/\/)\S+/g, '$1…'));
  return `${text}${text.endsWith('.') ? '' : '.'}${advice}`;
}
