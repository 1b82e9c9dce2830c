import type { DecisionEvent } from './adapter.js';
import type { CallPolicy, PolicyObserver } from './call-policy.js';
import { checkInput, eventContext, type ScanContext } from './context.js';
import { SentinelError } from './errors.js';
import { fail, onlyKnown } from './options.js';
import { createVault, createVaultAfter, redact, restore, type Vault } from './redact.js';
import type { ScanResult } from './result.js';

/** How `guard` reads and writes the texts of a call. Needed only where they are not plain strings. */
export interface GuardOptions<Args extends readonly unknown[], Output> {
  /** What the caller knows, or how to tell it from the arguments. @default {} */
  readonly context?: ScanContext | ((...args: Args) => ScanContext);
  /** The text that goes in. @default the first argument, which must be a string */
  readonly input?: (...args: Args) => string;
  /** The arguments with another text, when the input was redacted. @default the text as first argument */
  readonly withInput?: (text: string, ...args: Args) => Args;
  /** The text that comes out. @default the output, which must be a string */
  readonly output?: (output: Output) => string;
  /** The output with another text, when it was redacted or restored. @default the text itself */
  readonly withOutput?: (text: string, output: Output) => Output;
  /** Answers in place of a blocked call. @default throw SentinelError BLOCKED with `details: { stage, result }` */
  readonly onBlock?: (stage: 'input' | 'output', result: ScanResult, ...args: Args) => Output | Promise<Output>;
  /** Hide personal data and secrets of the input from the function, and put them back into its output. @default true */
  readonly redact?: boolean;
  /** Limits, retries and cuts off the calls: see `policy()` of `@llm-sentinel/resilience`. @default each call is made once */
  readonly policy?: CallPolicy;
  /** The arguments with the policy's signal, which is aborted when an attempt is given up. @default the arguments as they are */
  readonly withSignal?: (signal: AbortSignal, ...args: Args) => readonly unknown[];
}

/** What guard needs of a scanner. */
export interface GuardScanner {
  scanAsync(text: string, context?: ScanContext): Promise<ScanResult>;
  decide(event: DecisionEvent): void;
}

const KNOWN = ['context', 'input', 'withInput', 'output', 'withOutput', 'onBlock', 'redact', 'policy', 'withSignal'];

/** Wraps `fn`: its input is scanned before it runs, its output before anyone gets it. */
export function guardWith<Args extends readonly unknown[], Output>(
  scanner: GuardScanner,
  fn: (...args: Args) => Promise<Output> | Output,
  options: GuardOptions<Args, Output> = {},
): (...args: Args) => Promise<Output> {
  if (typeof fn !== 'function') fail('fn', 'must be a function', fn);
  onlyKnown('', options, KNOWN);
  const {
    input = (...args: Args) => args[0] as string,
    withInput = (text, ...args) => [text, ...args.slice(1)] as unknown as Args,
    output = (value) => value as string,
    withOutput = (text) => text as Output,
    redact: hides = true,
    withSignal = (_signal, ...args) => args,
    policy,
  } = options;
  if (policy !== undefined && typeof policy?.run !== 'function') fail('policy', 'must have a run function', policy);

  const observerFor =
    (context: ScanContext): PolicyObserver =>
    (component, decision, subject) =>
      scanner.decide({
        type: 'decision',
        time: Date.now(),
        component,
        decision,
        subject,
        // A circuit is everyone's: whose call it was that opened it would be chance.
        context: eventContext(component === 'circuit' ? {} : context),
      });

  function decided(stage: 'input' | 'output', result: ScanResult, context: ScanContext, redacted: boolean): void {
    const decision = result.action === 'block' ? 'blocked' : redacted ? 'redacted' : 'allowed';
    scanner.decide({
      type: 'decision',
      time: Date.now(),
      component: 'guard',
      decision,
      subject: stage,
      scanId: result.scanId,
      context: eventContext(context),
    });
  }

  async function blocked(stage: 'input' | 'output', result: ScanResult, args: Args): Promise<Output> {
    if (options.onBlock !== undefined) return options.onBlock(stage, result, ...args);
    const reason =
      result.findings.find(({ threatType }) => threatType === result.threatType)?.message ?? 'It was not judged safe.';
    throw new SentinelError('BLOCKED', `[@llm-sentinel/core] The ${stage} was blocked: ${reason}`, {
      details: { stage, result },
    });
  }

  return async (...args) => {
    const context = typeof options.context === 'function' ? options.context(...args) : (options.context ?? {});
    const text = input(...args);
    checkInput(text, context);
    const observe = observerFor(context);
    await policy?.admit?.(eventContext(context), observe);
    const before = await scanner.scanAsync(text, context);
    const vault = createVault();
    const hidden = hides && before.action === 'redact' ? redact(text, before, { vault }) : null;
    decided('input', before, context, hidden !== null);
    if (before.action === 'block') return blocked('input', before, args);

    const passed = hidden === null ? args : withInput(hidden.text, ...args);
    const value =
      policy === undefined
        ? await fn(...passed)
        : await policy.run(
            // A tuple of the caller's can't be inferred from an array: what it returns is taken on trust.
            async (signal) => fn(...(withSignal(signal, ...passed) as Args)),
            { observe },
          );

    const answer = output(value);
    checkInput(answer, context);
    const after = await scanner.scanAsync(answer, { ...context, source: 'model' });
    const shown = hides ? shownText(answer, after, vault) : answer;
    decided('output', after, context, hides && after.action === 'redact');
    if (after.action === 'block') return blocked('output', after, args);
    return shown === answer ? value : withOutput(shown, value);
  };
}

/** The model's own leaks masked for good; what the caller sent in, put back. */
function shownText(answer: string, result: ScanResult, vault: Vault): string {
  const masked = result.action === 'redact' ? redact(answer, result, { vault: createVaultAfter(vault) }).text : answer;
  return vault.size > 0 ? restore(masked, vault) : masked;
}
