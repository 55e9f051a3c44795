import type { ConnectedRepository } from '../src/github/repository.ts';
import type { Inputs } from './inputs.ts';

/** What every task of the Action is given. */
export interface Run {
  readonly inputs: Inputs;
  readonly world: ConnectedRepository;
  /** The instant of the run. */
  readonly now: string;
}
