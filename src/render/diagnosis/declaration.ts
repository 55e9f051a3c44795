import { toWords } from '../../core/calendar.ts';
import type { Constraint } from '../../core/constraint.ts';
import type { Primary } from '../../core/policy.ts';
import { renderPrimary } from '../primary-block.ts';
import { nameOf } from './wording.ts';

export interface DeclarationInput {
  readonly constraint: Constraint;
  /** Two weeks, not yet ninety days. */
  readonly isPass: boolean;
  /** What is declared today. */
  readonly primary: Primary | null;
  readonly since: string;
  readonly configUrl: string;
  readonly hasConfig: boolean;
}

/** The block to commit, where to commit it, and how it stands to what is declared already. Nothing is committed here. */
export function renderDeclaration(input: DeclarationInput): string {
  const { constraint, primary, since, isPass } = input;
  if (primary?.constraint === constraint) return alreadyDeclared(primary);
  const blocks = [renderPrimary({ constraint, since }), commitWords(input)];
  if (primary === null) {
    const invitation = isPass
      ? [`Declared for these two weeks, ${nameOf(constraint)} ranks the backlog and shows what serves it:`]
      : [];
    return [...invitation, ...blocks].join('\n\n');
  }
  const standing = `**${nameOf(primary.constraint)}** is declared${sinceWords(primary)}, and nothing switches by itself. To move:`;
  return [standing, ...blocks].join('\n\n');
}

function alreadyDeclared(primary: Primary): string {
  return `**${nameOf(primary.constraint)}** is what is declared${sinceWords(primary)}: nothing to commit.`;
}

function sinceWords({ since }: Primary): string {
  return since === null ? '' : ` since ${toWords(since)}`;
}

function commitWords({ hasConfig, configUrl }: DeclarationInput): string {
  const where = hasConfig
    ? `Commit it to [\`.github/chokepoint.yml\`](${configUrl})`
    : `[Create \`.github/chokepoint.yml\`](${configUrl}) with it`;
  return `${where} to start day 1; put the day of the commit into \`since\`, and a number into each place of the metric: where it stands, where it should be after 90 days, and the least that justifies going on.`;
}
