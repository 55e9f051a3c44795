/**
 * Loaded into the App before it starts: sweeps its heap every ten seconds, so that its size is what the App holds and
 * not also what V8 leaves lying while memory is plenty.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const sweep: unknown = runInNewContext('gc');
if (typeof sweep === 'function') setInterval(() => sweep(), 10_000).unref();
