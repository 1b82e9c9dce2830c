import type pico from 'picocolors';

/** Colours, or what leaves texts as they are. */
export type Paint = ReturnType<typeof pico.createColors>;
