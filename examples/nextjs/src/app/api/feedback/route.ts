import { feedbackHandler } from '@llm-sentinel/http';
import { identify } from '../../../chat';

export const POST = feedbackHandler({ identify, onError: (error) => console.error(error) });
