import { describe, expect, it } from 'vitest';
import { labelCatalogue } from '../../src/core/labels.ts';
import { defaultPolicy } from '../../src/core/policy.ts';
import { GitHubFault } from '../../src/github/fault.ts';
import { apply } from '../../src/tasks/apply.ts';
import type { Change } from '../../src/tasks/change.ts';

const addCandidate: Change = { kind: 'add-labels', number: 1, names: ['candidate'] };
const comment: Change = { kind: 'post-comment', number: 1, marker: '<!-- m -->', body: '<!-- m -->' };
const reaction: Change = { kind: 'react', commentId: 5, content: '+1' };

const fault = (retry: GitHubFault['retry']) =>
  new GitHubFault({ code: 'GITHUB_REFUSED', message: 'No.', fix: 'Ask.' }, retry);

function worldWith(labels: readonly string[], refuses: (change: Change) => Error | null = () => null) {
  const written: Change[] = [];
  let looks = 0;
  return {
    written,
    looks: () => looks,
    readLabelNames: async () => {
      looks += 1;
      return labels;
    },
    write: async (change: Change) => {
      const refusal = refuses(change);
      if (refusal !== null) throw refusal;
      written.push(change);
      return { url: `https://example.com/${change.kind}`, number: 1 };
    },
  };
}

const allLabels = labelCatalogue.map(({ key }) => key);

describe('apply', () => {
  it('carries out the Changes in order and says where each was written', async () => {
    const world = worldWith(allLabels);
    const written = await apply([addCandidate, comment, reaction], world, defaultPolicy);
    expect(world.written).toEqual([addCandidate, comment, reaction]);
    expect(written.map(({ url }) => url)).toEqual([
      'https://example.com/add-labels',
      'https://example.com/post-comment',
      'https://example.com/react',
    ]);
  });

  it('writes nothing and asks nothing for no Changes', async () => {
    const world = worldWith([]);
    expect(await apply([], world, defaultPolicy)).toEqual([]);
    expect([world.looks(), world.written]).toEqual([0, []]);
  });

  it('does not look at the labels when none is given', async () => {
    const world = worldWith([]);
    await apply([comment, reaction, { kind: 'remove-label', number: 1, name: 'x' }], world, defaultPolicy);
    expect(world.looks()).toBe(0);
  });

  it('creates what is missing of the catalogue first, under the names of the config', async () => {
    const present = allLabels.filter((key) => key !== 'candidate' && key !== 'first move');
    const world = worldWith(present.map((name) => name.toUpperCase()));
    const policy = { ...defaultPolicy, labels: { 'first move': 'next up' } };
    const written = await apply([addCandidate], world, policy);
    expect(
      world.written.map((change) => (change.kind === 'create-label' ? change.name : change.kind)),
    ).toEqual(['candidate', 'next up', 'add-labels']);
    expect(written).toHaveLength(1);
  });

  it('T23: goes on after a refusal that stays one, and throws it at the end', async () => {
    const world = worldWith(allLabels, ({ kind }) => (kind === 'add-labels' ? fault('never') : null));
    await expect(apply([addCandidate, comment, reaction], world, defaultPolicy)).rejects.toThrow(GitHubFault);
    expect(world.written).toEqual([comment, reaction]);
  });

  it('T22: tries to create no further label once one is refused', async () => {
    let tries = 0;
    const world = worldWith([], ({ kind }) => {
      if (kind !== 'create-label') return null;
      tries += 1;
      return fault('never');
    });
    await expect(apply([addCandidate, comment], world, defaultPolicy)).rejects.toThrow(GitHubFault);
    expect(tries).toBe(1);
    expect(world.written).toEqual([addCandidate, comment]);
  });

  it.each(['later', 'again'] as const)('T24: ends at once at a fault to be tried %s', async (retry) => {
    const world = worldWith(allLabels, ({ kind }) => (kind === 'add-labels' ? fault(retry) : null));
    await expect(apply([addCandidate, comment], world, defaultPolicy)).rejects.toThrow(GitHubFault);
    expect(world.written).toEqual([]);
  });
});
