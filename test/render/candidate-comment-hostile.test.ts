import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { readCommands } from '../../src/core/commands/read-commands.ts';
import { scoreCandidate } from '../../src/core/scoring/score-candidate.ts';
import {
  candidateMarker,
  candidateMarkerStart,
  renderCandidateComment,
} from '../../src/render/candidate-comment.ts';
import { anyScoringInput } from '../core/scoring/arbitraries.ts';
import { ratingsOf } from '../core/scoring/builders.ts';

import { input } from './candidate-comment-input.ts';

const linked = { ratings: ratingsOf(5, 4, 4, 5) };

describe('the comment, whatever people write', () => {
  it('T2, T3: begins with a marker bound to its issue that nothing in a name can end', () => {
    const marker = candidateMarker({ repository: 'acme/my--shop-', number: 7 });
    expect(marker).toBe('<!-- chokepoint:candidate acme/my%2D-shop%2D#7 -->');
    expect(renderCandidateComment(input(linked)).startsWith(`${candidateMarkerStart}acme/shop#118 -->`)).toBe(
      true,
    );
  });

  it('T10: is the same, byte for byte, for the same candidate', () => {
    fc.assert(
      fc.property(anyScoringInput, (scoring) => {
        const render = () =>
          renderCandidateComment({ ...input({}), scored: scoreCandidate(scoring), primary: scoring.primary });
        expect(render()).toBe(render());
      }),
    );
  });

  it('T7: holds no command that would be obeyed, and no word of rating letters', () => {
    fc.assert(
      fc.property(
        anyScoringInput,
        fc.constantFrom('candidate' as const, 'closed-first-move' as const, null),
        (scoring, help) => {
          const scored = scoreCandidate(scoring);
          const comment = renderCandidateComment({ ...input({}), scored, primary: scoring.primary, help });
          expect(readCommands(comment)).toEqual({ value: [], problems: [] });
          expect(comment).not.toMatch(/undefined|null|NaN|\b[IEXT] ?[=:×·]/);
        },
      ),
    );
  });

  it('T4, T5, T6: lets no login, reason or found value take effect', () => {
    const hostile = '@ana #1 https://x.example <b> --> `x` | [a](b) :tada:';
    const settlement = {
      by: hostile,
      at: '2026-11-04T00:00:00Z',
      ratings: ratingsOf(3, 3, 3, 3),
      because: hostile,
    };
    const problems = [{ code: 'X', message: hostile, found: hostile, expected: hostile, fix: hostile }];
    const opinions = [
      { by: hostile, at: '2026-11-03T00:00:00Z', ratings: { impact: 1 as const }, because: hostile },
    ];
    const constraintBy = { by: hostile, answered: 'adoption' as const };
    const outcomes = [
      {
        by: hostile,
        at: '2026-11-03T00:00:00Z',
        commentId: 1,
        command: 'score' as const,
        problem: problems[0] ?? null,
      },
    ];
    const changes = { problems, constraintBy, outcomes };
    for (const scoring of [{ settlement, opinions }, { opinions }]) {
      const html = markdownIt({ html: true, linkify: true }).render(
        renderCandidateComment(input({}, scoring, changes))
          .split('\n')
          .slice(1)
          .join('\n'),
      );
      const names = [...html.matchAll(/<([a-z]+)/g)].map(([, name = '']) => name);
      const own = [
        'p',
        'strong',
        'em',
        'sub',
        'code',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'ul',
        'li',
        'a',
      ];
      expect(names.filter((name) => !own.includes(name))).toEqual([]);
      expect(html.match(/<a href="([^"]*)"/g)).toEqual([
        '<a href="https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md"',
      ]);
      expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/@[a-z]|#\d|:\/\/|:tada:/);
    }
  });
});
