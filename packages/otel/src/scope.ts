declare const __VERSION__: string | undefined;

/** The instrumentation scope: this package, so that a backend shows whose signals they are. */
export const SCOPE_NAME = '@llm-sentinel/otel';
/** Put in by the build; source that runs unbuilt has none. */
export const SCOPE_VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-source';
