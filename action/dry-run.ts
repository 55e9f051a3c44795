import { inert, listInWords } from '../src/render/markdown.ts';
import { counted } from '../src/render/wording.ts';
import type { Change } from '../src/tasks/change.ts';
import type { Run } from './current-run.ts';

/** `world` for a dry run: what would be written goes into `unwritten` and nowhere else. */
export function withoutWriting(world: Run['world'], unwritten: Change[]): Run['world'] {
  const write: Run['world']['write'] = async (change) => {
    unwritten.push(change);
    return { url: null, number: null };
  };
  return { ...world, write };
}

/** What a dry run did not write, as Markdown for the job summary. Labels to be created are counted, not listed. */
export function unwrittenInWords(unwritten: readonly Change[]): string {
  const others = unwritten.filter((change) => change.kind !== 'create-label');
  const labels = unwritten.length - others.length;
  const lines = [...(labels === 0 ? [] : [`create ${counted(labels, 'label')}`]), ...others.map(inWords)];
  if (lines.length === 0) return 'A dry run: there was nothing to write.\n';
  return `A dry run, so nothing was written. It would:\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

function inWords(change: Exclude<Change, { kind: 'create-label' }>): string {
  switch (change.kind) {
    case 'add-labels':
      return `add ${listInWords(change.names.map((name) => inert(name)))} to #${change.number}`;
    case 'remove-label':
      return `remove ${inert(change.name)} from #${change.number}`;
    case 'post-comment':
      return `comment on #${change.number}`;
    case 'edit-comment':
      return 'edit its comment';
    case 'set-fields':
      return `set ${counted(change.values.length, 'field')} of #${change.number}`;
    case 'clear-field':
      return `clear a field of #${change.number}`;
    case 'react':
      return `answer a command with ${change.content === '+1' ? '👍' : '👎'}`;
    case 'remove-reaction':
      return 'take a reaction back';
    case 'publish-check':
      return `publish a check run: ${inert(change.check.title)}`;
    case 'open-issue':
      return `open the issue "${inert(change.issue.title)}"`;
    case 'edit-issue':
      return `edit #${change.number}`;
    case 'close-issue':
      return `close #${change.number}`;
    case 'create-milestone':
      return `create the milestone "${inert(change.title)}"`;
    case 'edit-milestone':
      return `edit the description of milestone ${change.number}`;
  }
}
