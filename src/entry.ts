// What the bundle gives to bin/: the program and its real context; to the build, what its commands are.
export { lines } from './cli/is-of-one.ts';
export { main } from './cli/main.ts';
export { realContext } from './cli/real-context.ts';
