/** Where the text of a scan may be exported to, when core passes it on. */
export type ContentCapture = 'none' | 'span' | 'event' | 'span_and_event';

export const CONTENT_CAPTURES: readonly ContentCapture[] = ['none', 'span', 'event', 'span_and_event'];

type Environment = Readonly<Record<string, string | undefined>>;

/** `OTEL_SEMCONV_STABILITY_OPT_IN`, a list with commas, asks for the newest GenAI drafts. */
export function wantsGenAiDrafts(environment: Environment): boolean {
  const optIns = (environment.OTEL_SEMCONV_STABILITY_OPT_IN ?? '').split(',').map((entry) => entry.trim());
  return optIns.includes('gen_ai_latest_experimental');
}

/** `OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`, in its newer form and in the older one, which was a boolean. */
export function contentCapture(environment: Environment): ContentCapture {
  switch (environment.OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT?.trim().toLowerCase()) {
    case 'true':
    case 'span_and_event':
      return 'span_and_event';
    case 'span_only':
      return 'span';
    case 'event_only':
      return 'event';
    default:
      return 'none';
  }
}
