// What the bundle gives to bin/: the program and its real context.
export { main } from './cli/main.ts';
export { realContext } from './cli/real-context.ts';
