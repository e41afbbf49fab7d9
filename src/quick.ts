// What the small bundle of the usual questions gives to bin/: the quick answer and the context it needs.
export { bareContext } from './cli/bare-context.ts';
export { answerQuickly } from './cli/quick/answer.ts';
