import { counted } from './wording.ts';

/** What a full pass did, as one line. */
export function sweepInWords(
  swept: {
    readonly looked: number;
    readonly repaired: number;
    readonly milestones: number;
    readonly next: number | null;
  },
  dryRun: boolean,
): string {
  const { looked, repaired, milestones, next } = swept;
  const verb = dryRun ? 'would repair' : 'repaired';
  const done = `Looked at ${counted(looked, 'open candidate')}, ${verb} ${repaired}; ${verb} the block of ${counted(milestones, 'milestone')}.`;
  if (next === null) return done;
  return `${done} The writes of this hour are spent (GitHub takes 500): the next run goes on at #${next}.`;
}

/** How far it is, with an estimate of the time left. */
export function progressInWords(progress: {
  readonly looked: number;
  readonly of: number;
  readonly repaired: number;
  readonly secondsLeft: number | null;
}): string {
  const { looked, of, repaired, secondsLeft } = progress;
  const left = secondsLeft === null ? '' : `, about ${durationInWords(secondsLeft)} left`;
  return `${looked} of ${of} looked at, ${repaired} repaired${left}`;
}

function durationInWords(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
