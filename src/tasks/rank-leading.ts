import type { Constraint } from '../core/constraint.ts';
import { type Ranked, rankCandidates } from '../core/scoring/rank.ts';
import type { BacklogCandidate } from './judge-issues.ts';
import type { Leading } from './leading.ts';

/**
 * The candidates of one or several repositories in one order. Where a backlog was not read whole, those on the
 * constraint have their rank up to the first that was not read, and every other rank stays open.
 */
export function rankLeading(
  backlogs: readonly Leading[],
  primary: Constraint | null,
): readonly Ranked<BacklogCandidate>[] {
  const items = backlogs.flatMap(({ complete }) => complete);
  if (backlogs.every(({ isWhole }) => isWhole)) return rankCandidates(items, primary);
  const isOn = ({ constraint }: BacklogCandidate) => constraint === primary;
  const on = rankCandidates(items.filter(isOn), primary, { unreadAfter: 1 });
  const others = rankCandidates(
    items.filter((item) => !isOn(item)),
    primary,
  );
  const behind = on.length;
  return [
    ...on,
    ...others.map((ranked) => ({
      ...ranked,
      rank: ranked.rank + behind,
      best: ranked.best + behind,
      worst: ranked.worst + behind,
      open: true,
    })),
  ];
}
