import type { Answers } from '../../../src/core/candidate.ts';
import type { CandidateRecord } from '../../../src/core/commands/candidate-record.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import type { Permission } from '../../../src/core/permission.ts';
import { answers } from '../scoring/builders.ts';

/** The people of the tests: `mia` maintains, `tom` triages, `ana` files, `eve` is a stranger. */
const people: readonly (readonly [string, Permission])[] = [
  ['mia', 'write'],
  ['tom', 'triage'],
  ['ana', 'read'],
  ['eve', 'none'],
];

/** A private candidate filed by `ana`, with comments `[author, body]` in the order they were written. */
export function recordWith(
  comments: readonly (readonly [string, string])[],
  changes: Partial<CandidateRecord> & { readonly form?: Partial<Answers> } = {},
): CandidateRecord {
  const { form = {}, ...rest } = changes;
  return {
    author: 'ana',
    answers: answers(form),
    comments: comments.map(([author, body], index) => {
      const at = `2026-11-02T10:${String(index).padStart(2, '0')}:00Z`;
      return { id: index + 1, author, at, editedAt: at, reading: readCommands(body) };
    }),
    lastEdit: null,
    ambiguous: [],
    isCandidate: true,
    isOpen: true,
    isPublic: false,
    isFirstMove: false,
    primary: 'activation',
    whoMayScore: 'triage',
    permissions: new Map(people),
    ...rest,
  };
}
