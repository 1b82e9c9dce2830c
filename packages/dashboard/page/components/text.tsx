import { LINE_FEED, type Mark, toPieces } from '../format/visible-text.js';

interface TextProps {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** Breaks lines where the text does, beside showing that it does. */
  readonly isBroken?: boolean;
}

/**
 * A text of unknown origin: isolated, so that its direction does not reach its surroundings, and with a sign for each character
 * that would hide. Becomes text nodes only, whatever it holds.
 */
export function Text({ text, marks, isBroken = false }: TextProps) {
  return (
    <bdi>
      {toPieces(text, marks).map(({ text: shown, marked, code }, index) => {
        const key = `${index}`;
        const inner =
          code === undefined ? (
            shown
          ) : (
            <>
              <span class={code === LINE_FEED ? 'line-end' : 'hidden-character'} title={code}>
                {shown}
              </span>
              {isBroken && code === LINE_FEED && '\n'}
            </>
          );
        return marked ? <mark key={key}>{inner}</mark> : <span key={key}>{inner}</span>;
      })}
    </bdi>
  );
}
