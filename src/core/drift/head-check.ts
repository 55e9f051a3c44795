import type { Problem } from '../problem.ts';
import { type Conclusion, conclusions } from './codes.ts';

/** What a pull request that edits config or forms would bring about; it never changes its own conclusion. */
export interface HeadCheck {
  /** The settings files it edits. */
  readonly paths: readonly string[];
  /** Of those files as they are in its head, each on its line. */
  readonly problems: readonly Problem[];
  /** `null` where the config is not edited, or could not be used. */
  readonly preview: Preview | null;
}

export interface Preview {
  /** Open pull requests that were looked at: the ones updated last. */
  readonly lookedAt: number;
  readonly turns: readonly Turn[];
}

/** What one open pull request comes to now and would come to. */
export interface Turning {
  readonly number: number;
  readonly from: Conclusion;
  readonly to: Conclusion;
}

/** Pull requests whose conclusion would turn alike. */
export interface Turn {
  readonly from: Conclusion;
  readonly to: Conclusion;
  readonly numbers: readonly number[];
}

/** The turnings that change something, gathered by what they change: the worst outcome first, then the mildest start. */
export function gatherTurns(turnings: readonly Turning[]): readonly Turn[] {
  return conclusions.toReversed().flatMap((to) =>
    conclusions.flatMap((from) => {
      const alike = turnings.filter((turning) => turning.from === from && turning.to === to);
      if (from === to || alike.length === 0) return [];
      return [{ from, to, numbers: alike.map(({ number }) => number).toSorted((one, other) => one - other) }];
    }),
  );
}
