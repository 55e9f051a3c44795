import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { readTaskNotes, renderEvidenceTasks } from '../../../src/render/diagnosis/evidence-tasks.ts';
import { answersWith } from '../../core/diagnosis/builders.ts';

const diagnosed = diagnose(answersWith({ trust: 1, operational: 1, planning: 1 }));
const open = { done: false, owner: null };
const revenue =
  'of the last ten customers who paid or left, which step of activation, upgrade, billing or expansion decided it?';
const retention =
  'at which step did the last ten useful customers drop, stall or turn to support, and how many at each?';

describe('the evidence to collect', () => {
  it('is a task for each vague pressure, with what people noted there', () => {
    expect(renderEvidenceTasks(diagnosed, new Map())).toBe(
      `- [ ] **revenue**: ${revenue} *(owner: …)*\n- [ ] **retention**: ${retention} *(owner: …)*`,
    );
    const notes = new Map([['retention', { done: true, owner: 'max' }]]);
    expect(renderEvidenceTasks(diagnosed, notes)).toBe(
      `- [ ] **revenue**: ${revenue} *(owner: …)*\n- [x] **retention**: ${retention} *(owner: max)*`,
    );
  });

  it.each([
    ['[ ]', '…', open],
    ['[x]', '…', { done: true, owner: null }],
    ['[X]', 'Jo', { done: true, owner: 'Jo' }],
    ['[ ]', '@max-2', { done: false, owner: 'max-2' }],
    ['[ ]', 'José M. Ñandú', { done: false, owner: 'José M. Ñandú' }],
    ['[ ]', 'm'.repeat(60), { done: false, owner: 'm'.repeat(60) }],
    ['[ ]', 'm'.repeat(61), open],
    ['[ ]', '<b>x</b>', open],
    ['[ ]', 'max, @jo', open],
    ['[ ]', '-max', open],
    ['[ ]', 'ma@x', open],
    ['[ ]', 'https://example.com', open],
  ])('is read back from %s and the owner %s', (tick, written, note) => {
    const [line = ''] = renderEvidenceTasks(diagnosed, new Map()).split('\n');
    const filled = line.replace('[ ]', tick).replace('…', written);
    const notes = new Map([['revenue', note]]);
    expect(readTaskNotes(filled)).toEqual(notes);
    expect(readTaskNotes(`Pause.\r\n\r\n${filled}  \r\n- [x] something else`)).toEqual(notes);
  });

  it('is read from lines of its own alone', () => {
    const [line = ''] = renderEvidenceTasks(diagnosed, new Map()).split('\n');
    for (const other of [`> ${line}`, ` ${line}`, `${line} later`, line.replace('- ', '* '), ''])
      expect(readTaskNotes(other)).toEqual(new Map());
  });

  it('comes to rest: what is read from a list gives the same list again', () => {
    const begun = fc.constantFrom(...'aZé09');
    const rest = fc.string({ unit: fc.constantFrom(...'abcdefZé0123 .-'), maxLength: 59 });
    fc.assert(
      fc.property(begun, rest, fc.boolean(), (first, name, done) => {
        const list = renderEvidenceTasks(diagnosed, new Map([['revenue', { done, owner: first + name }]]));
        expect(renderEvidenceTasks(diagnosed, readTaskNotes(list))).toBe(list);
      }),
    );
  });
});
