declare const __VERSION__: string | undefined;

/** Of this package. */
export const VERSION: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-source';
