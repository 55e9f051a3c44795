/** The load of the kill runs: candidates that are filed and edited, and what must have become of them. */
import { z } from 'zod';
import { labelCatalogue } from '../../src/core/labels.ts';
import { askAs } from '../embedded-github/client.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { bodyOf, formText } from '../support/filled-form.ts';

export const repository = 'acme/app';

/** What a candidate says, one after the other, and the labels each must lead to (docs/scoring.md). */
const versions = [
  { ratings: [4, 4, 4, 4], labels: ['score: 4', 'verdict: ready'] },
  { ratings: [5, 4, 2, 4], labels: ['score: 3', 'verdict: de-risk'] },
  { ratings: [2, 4, 5, 2], labels: ['score: 3', 'verdict: rethink'] },
] as const;

interface World {
  /** `owner/name`; each owner is an installation of its own. */
  readonly repositories?: readonly string[];
  readonly clock?: () => Date;
}

/** A GitHub with every label of the catalogue and the form; the App answers candidates there. */
export function startWorld({
  repositories = [repository],
  clock = () => new Date(),
}: World = {}): Promise<EmbeddedGitHub> {
  const labels = labelCatalogue.map(({ key, color, description }) => ({ name: key, color, description }));
  const files = { '.github/ISSUE_TEMPLATE/candidate.yml': formText };
  const collaborators = { ana: 'admin', ben: 'write' } as const;
  const settings = { private: true, collaborators, labels, files };
  const seed = { repositories: repositories.map((fullName) => ({ fullName, ...settings })) };
  return startEmbeddedGitHub({ clock, seed });
}

export interface Load {
  /** Files a candidate, or edits one that was filed before: three times in five the former. */
  act(): Promise<void>;
}

export function createLoad(github: EmbeddedGitHub, random: () => number): Load {
  const ana = askAs(github, 'ana');
  const standing = new Map<number, number>();
  return {
    async act() {
      const editable = [...standing].filter(([, version]) => version + 1 < versions.length);
      const [number, version] = editable[Math.floor(random() * editable.length)] ?? [null, 0];
      if (number === null || random() < 0.6) {
        const filed = { repository, login: 'ana', title: 'A better start', labels: ['candidate'] };
        standing.set(await github.fileIssue({ ...filed, body: bodyOfVersion(0) }), 0);
        return;
      }
      standing.set(number, version + 1);
      await ana(`PATCH /repos/${repository}/issues/${number}`, { body: bodyOfVersion(version + 1) });
    },
  };
}

function bodyOfVersion(version: number): string {
  const ratings = versions[version]?.ratings ?? [];
  return bodyOf({ ratings, behaviour: `Version ${version}` });
}

function versionOf(body: string): number | null {
  const found = /^Version (\d+)$/m.exec(body)?.[1];
  return found === undefined ? null : Number(found);
}

export interface Tally {
  /** Deliveries answered with 2xx, and those nobody answered. */
  readonly accepted: number;
  readonly unanswered: number;
  /** Of the latter, those a repair delivered again. */
  readonly redelivered: number;
  /** Subjects whose deliveries did not lead to what they must lead to, each in words. */
  readonly lost: string[];
  /** Comments and labels that stand or were written twice, each in words. */
  readonly doubled: string[];
}

const issueShape = z.object({ labels: z.array(z.object({ name: z.string() })) });
const commentsShape = z.array(
  z.object({
    id: z.number(),
    user: z.object({ login: z.string() }),
    reactions: z.object({ '+1': z.number() }),
  }),
);
const deliveredShape = z.object({ issue: z.object({ number: z.number(), body: z.string() }) });
const labelledShape = deliveredShape.extend({
  action: z.enum(['labeled', 'unlabeled']),
  label: z.object({ name: z.string() }),
  repository: z.object({ full_name: z.string() }),
});

/**
 * Compares what was sent with what stands. What the App did not accept it has to ask for again, so every issue must
 * have the labels of its last version, and one comment.
 */
export async function takeTally(github: EmbeddedGitHub): Promise<Tally> {
  const sent = new Map<number, number>();
  for (const { payload } of github.deliveries) {
    const delivered = deliveredShape.safeParse(payload).data?.issue;
    const version = delivered === undefined ? null : versionOf(delivered.body);
    if (delivered === undefined || version === null) continue;
    sent.set(delivered.number, Math.max(version, sent.get(delivered.number) ?? 0));
  }
  const { accepted, lost, doubled, ...counts } = tallyDeliveries(github);
  for (const [number, version] of sent) {
    const { labels, comments: all } = await look(github, repository, number);
    const comments = all.filter(({ user }) => user.login === github.app.botLogin).length;
    const expected = versions[version]?.labels.join(', ');
    const rated = labels.filter((name) => /^(score|verdict): /.test(name)).join(', ');
    if (rated !== expected) lost.push(`#${number} has "${rated}", not "${expected}"`);
    if (comments === 0) lost.push(`#${number} has no comment`);
    if (comments > 1) doubled.push(`#${number} has ${comments} comments`);
  }
  return { ...counts, accepted, lost, doubled };
}

/** What the deliveries alone tell: what the store kept is not asked for again, and no label comes twice. */
export function tallyDeliveries(github: EmbeddedGitHub) {
  const { deliveries } = github;
  const accepted = deliveries.filter(({ statusCode }) => isAccepted(statusCode)).length;
  return {
    accepted,
    unanswered: deliveries.length - accepted,
    redelivered: deliveries.filter(({ redelivery }) => redelivery).length,
    lost: forgotten(github),
    doubled: labelledTwice(github),
  };
}

/** The names of an issue's labels in order, and its comments. */
export async function look(github: EmbeddedGitHub, home: string, number: number) {
  const ana = askAs(github, 'ana');
  const issue = issueShape.parse((await ana(`GET /repos/${home}/issues/${number}`)).json);
  const comments = commentsShape.parse((await ana(`GET /repos/${home}/issues/${number}/comments`)).json);
  return { labels: issue.labels.map(({ name }) => name).sort(), comments };
}

/** GitHub tells of each label that comes or goes: one that comes twice without going was written twice. */
function labelledTwice(github: EmbeddedGitHub): string[] {
  const present = new Set<string>();
  const twice: string[] = [];
  for (const { payload, redelivery } of github.deliveries) {
    const event = labelledShape.safeParse(payload).data;
    if (event === undefined || redelivery) continue;
    const key = `${event.repository.full_name}#${event.issue.number} ${event.label.name}`;
    if (event.action === 'labeled' && present.has(key)) twice.push(`${key} came twice`);
    if (event.action === 'labeled') present.add(key);
    else present.delete(key);
  }
  return twice;
}

/** Deliveries that the App had accepted and asked GitHub for again all the same. */
function forgotten(github: EmbeddedGitHub): string[] {
  const accepted = new Set<string>();
  const again: string[] = [];
  for (const { guid, statusCode, redelivery } of github.deliveries) {
    if (redelivery && accepted.has(guid)) again.push(`delivery ${guid} was forgotten`);
    if (isAccepted(statusCode)) accepted.add(guid);
  }
  return again;
}

function isAccepted(statusCode: number | null): boolean {
  return statusCode !== null && statusCode >= 200 && statusCode < 300;
}
