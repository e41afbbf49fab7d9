// What the bundle gives to bin/: the program, its real context, and manners towards closed pipes.

export { quietWhenClosed } from './cli/closed-streams.ts';
export { main } from './cli/main.ts';
export { realContext } from './cli/real-context.ts';
