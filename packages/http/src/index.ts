export { type AdmitOptions, type AdmittedChat, admitChat } from './admit-chat.js';
export { type AnswerOptions, type AnswerText, answerEvents, answerResponse, EVENT_STREAM_HEADERS } from './answer.js';
export { type ChatHandlerOptions, chatHandler, type ModelCall } from './chat-handler.js';
export { type FeedbackHandlerOptions, feedbackHandler } from './feedback-handler.js';
export type { Identity, Limiter } from './gate.js';
export { type Problem, type ProblemAnswer, problemOf, problemResponse } from './problem.js';
export { type Chat, type ReadChatOptions, readChat, type TextMessage } from './read-chat.js';
export { readFeedback } from './read-feedback.js';
export { type ReadJsonOptions, readJson } from './read-json.js';
