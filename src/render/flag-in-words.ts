import type { Flag } from '../core/candidate.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { inert, listInWords } from './markdown.ts';

/** What a flag warns of, in one or two sentences. */
export function flagInWords(flag: Flag, scored: Pick<Scored, 'disagreements'>): string {
  switch (flag) {
    case 'exciting-weak-evidence':
      return 'Exciting, but weak on evidence.';
    case 'easy-but-disconnected':
      return 'Easy, but disconnected from what matters next.';
    case 'timing-conflict':
      return 'Timely, but for another constraint than the one the team works on.';
    case 'needs-discussion':
      return `${disagreementInWords(scored)}: talk, then a maintainer writes \`/settle 4 3 4 5 because …\`.`;
    case 'unconfirmed':
      return 'Not confirmed: filed from outside the team. It ranks below confirmed candidates until a triager writes `/confirm` or rates it with `/score 4 3 4 5 because …`.';
  }
}

/** Who differs, and by how much: `ana and ben rate its impact 5 and 2`. */
function disagreementInWords({ disagreements }: Pick<Scored, 'disagreements'>): string {
  const parts = disagreements.map(({ dimension, high, low }, index) => {
    const people = `${inert(high.by)} and ${inert(low.by)}`;
    return `${people} rate ${index === 0 ? 'its ' : ''}${dimension} ${high.rating} and ${low.rating}`;
  });
  return listInWords(parts);
}
