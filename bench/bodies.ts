import { renderCandidate } from '../demo/render-candidate.ts';
import type { FiledCandidate } from '../demo/story/candidate.ts';
import { candidates } from '../demo/story.ts';

/**
 * Bodies of the demo's candidates, brought to about `characters` each: the description grows by ordinary Markdown,
 * as it does when somebody pastes a whole discussion.
 */
export function makeBodies(form: string, count: number, characters: number): readonly string[] {
  return Array.from({ length: count }, (_, position) => {
    const candidate = candidates[position % candidates.length];
    return candidate === undefined ? '' : renderAtLength(form, candidate, characters);
  });
}

function renderAtLength(form: string, candidate: FiledCandidate, characters: number): string {
  const body = renderCandidate(form, candidate);
  const missing = characters - body.length;
  if (missing <= paragraph.length) return body;
  // A story with a fence left open would swallow what follows, and with it the work of the other parsers.
  const behaviour = repeatTo(missing) + (candidate.behaviour ?? '');
  return renderCandidate(form, { ...candidate, behaviour });
}

const paragraph = `Three teams told us the same in different words, see [the notes](https://notes.ledgerline.example/calls).

- they open the page and do not know where to begin
- they ask in chat, and get a **different** answer each time
- they come back a week later with \`export.csv\` in hand

> "I would have paid for it on the first day."

`;

function repeatTo(characters: number): string {
  return paragraph.repeat(Math.floor(characters / paragraph.length));
}
