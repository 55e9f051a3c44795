import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constraints } from '../../../src/core/constraint.ts';
import { checkPullRequest } from '../../../src/core/drift/check-pull-request.ts';
import { codes } from '../../../src/core/drift/codes.ts';
import type { PullRequestFacts } from '../../../src/core/drift/facts.ts';
import { modes } from '../../../src/core/policy.ts';
import { anyFacts, anyPolicy } from './arbitraries.ts';
import { aPolicy, reportOn } from './builders.ts';

const acceptance = { by: 'ana', because: 'tax audit on Friday', self: false };

describe('for every pull request', () => {
  it('there is an answer once every fact is read, and its codes are in table order', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
        const report = reportOn(facts, policy);
        expect(codes.filter((code) => report.codes.includes(code))).toEqual(report.codes);
        expect(report.reasons).toHaveLength(6);
        if (policy.primary !== null) expect(report.codes.length).toBeGreaterThan(0);
        const alone = report.codes.some((code) => ['ALIGNED', 'EXEMPT', 'ACCEPTED'].includes(code));
        if (alone) expect(report.codes).toHaveLength(1);
        expect(report.remedies.length > 0).toBe(report.conclusion !== 'success');
        if (report.codes.includes('MIXED')) expect(report.codes).not.toContain('DRIFT');
      }),
    );
  });

  it('accepting it succeeds in every mode', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
        const accepted = { ...facts, commands: { ...facts.commands, acceptance } };
        expect(reportOn(accepted, policy).conclusion).toBe('success');
      }),
    );
  });

  it('commanding the primary takes away DRIFT, MIXED and UNCLASSIFIED', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), fc.constantFrom(...constraints), (facts, policy, primary) => {
        const commanded = {
          ...facts,
          commands: { acceptance: null, constraint: { constraint: primary, by: 'ana' } },
        };
        const declared = aPolicy(primary, policy.drift);
        const report = reportOn(commanded, declared);
        expect(report).toMatchObject({ constraint: primary, resolvedBy: 'command' });
        expect(report.codes.filter((code) => ['DRIFT', 'MIXED', 'UNCLASSIFIED'].includes(code))).toEqual([]);
      }),
    );
  });

  it('a stricter mode is never milder', () => {
    const rank = ['success', 'note', 'warning', 'failure'];
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
        const ranks = modes.map((mode) =>
          rank.indexOf(reportOn(facts, { ...policy, drift: { ...policy.drift, mode } }).conclusion),
        );
        expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
      }),
    );
  });

  it('T1: touching one more file, the config among them, never exempts it', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
        if (typeof facts.files === 'string' || facts.files.length === 0) return;
        const before = reportOn(facts, policy);
        const after = reportOn({ ...facts, files: [...facts.files, '.github/chokepoint.yml'] }, policy);
        if (before.exemption === null) expect(after.exemption).toBeNull();
      }),
    );
  });

  it('asks for one fact after the other, and ends where everything was read at once', () => {
    fc.assert(
      fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
        let known: PullRequestFacts = {
          ...facts,
          enables: 'unread',
          files: 'unread',
          milestone: facts.milestone === null ? null : { ...facts.milestone, candidates: 'unread' },
        };
        let checking = checkPullRequest(known, policy);
        for (let reads = 0; checking.needs !== null && reads < 5; reads += 1) {
          const { fact } = checking.needs;
          if (fact === 'enables') known = { ...known, enables: facts.enables };
          if (fact === 'files') known = { ...known, files: facts.files };
          if (fact === 'milestone') known = { ...known, milestone: facts.milestone };
          checking = checkPullRequest(known, policy);
        }
        expect(checking).toEqual(checkPullRequest(facts, policy));
      }),
    );
  });
});
