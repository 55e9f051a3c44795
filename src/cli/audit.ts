import type { z } from 'zod';
import type { Constraint } from '../core/constraint.ts';
import { renderAudit } from '../render/audit-report.ts';
import { type Audited, audit as auditRepository } from '../tasks/audit.ts';
import { auditInWords } from './audit-in-words.ts';
import { CannotRun } from './cannot-run.ts';
import { connectAsGuest } from './connect.ts';
import { printProblems } from './print-problems.ts';
import { readRepositoryName } from './read-reference.ts';
import type { auditShape } from './shapes/drift.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';
import { writeOutput } from './write-output.ts';

export interface AuditOptions {
  /** `owner/repo`. */
  readonly repository: string;
  /** How many days it looks back; 90 without it. */
  readonly days?: string | undefined;
  readonly primary?: Constraint | undefined;
  /** The file for the page. */
  readonly html?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Says which constraint the last merges of any repository served (docs/audit.md); reads only, without a token where the
 * repository is public. 1 when its config has Problems. Throws CannotRun: ARGUMENT_INVALID, OUTPUT_NOT_WRITTEN.
 */
export async function audit(terminal: Terminal, options: AuditOptions): Promise<ExitCode> {
  const repository = readRepositoryName(options.repository);
  const days = readDays(options.days ?? '90');
  const world = connectAsGuest(terminal, repository);
  terminal.stderr.write(`Reading the merges of ${repository} …\n`);
  const now = terminal.now().toISOString();
  const audited = await auditRepository(world, { repository, now, days, primary: options.primary ?? null });
  if (options.html !== undefined) await writePage(terminal, options.html, audited);
  if (options.json) printJson(terminal, toAuditJson(audited));
  else printBlocks(terminal, auditInWords(audited));
  printProblems(terminal, audited.problems);
  return audited.problems.length > 0 ? 1 : 0;
}

function toAuditJson({ merges, classified, byConstraint, onPrimary }: Audited): z.infer<typeof auditShape> {
  return {
    merges: merges.length,
    coverage: merges.length === 0 ? null : classified / merges.length,
    byConstraint: { ...byConstraint },
    onPrimary,
    rules: merges.map(({ work, constraint, rule, because }) => {
      return { number: work.number, title: work.title, constraint, rule, because };
    }),
  };
}

async function writePage(terminal: Terminal, file: string, audited: Audited): Promise<void> {
  const [{ renderPage }, { toHtml }] = await Promise.all([
    import('../render/page/frame.ts'),
    import('../render/page/to-html.ts'),
  ]);
  const title = `Where the work of ${audited.repository} went`;
  const main = `<div class="report">\n${toHtml(renderAudit(audited))}</div>`;
  await writeOutput(terminal, file, renderPage({ title, heading: title, owner: 'audit', main }));
}

const mostDays = 3_650;

function readDays(text: string): number {
  const days = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= mostDays) return days;
  throw new CannotRun({
    code: 'ARGUMENT_INVALID',
    message: 'This is no number of days to look back.',
    found: text,
    expected: `a whole number from 1 to ${mostDays}`,
    fix: 'Write it as --days 90.',
  });
}
