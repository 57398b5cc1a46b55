// A thread of the command line run from its source: what reads TypeScript has to be told to every thread anew. The built command does without.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
