import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rememberWeek, type SummaryState } from '../../src/core/summary/summary-state.ts';
import { readHiddenState, renderHiddenState } from '../../src/render/summary/hidden-state.ts';
import { readSummaryMarker, summaryMarker } from '../../src/render/summary/marker.ts';
import { backlog, policy, repository, weekFacts } from '../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../core/summary/example-week.ts';

const state = rememberWeek(exampleWeek, policy.primary, weekBefore);
const body = `text\n\n${renderHiddenState(state)}`;
const expected = { repository, week: '2026-W49' };

describe('the marker', () => {
  it('names repository and week, and is read back from the first line', () => {
    const marker = summaryMarker('acme/im-porter.js', '2026-W48');
    expect(marker).toBe('<!-- chokepoint:summary acme/im-porter.js 2026-W48 -->');
    expect(readSummaryMarker(`${marker}\r\n\ntext`)).toEqual({
      repository: 'acme/im-porter.js',
      week: '2026-W48',
    });
  });

  it('T2: is not found below the first line, nor in other text', () => {
    expect(readSummaryMarker(`text\n${summaryMarker(repository, '2026-W48')}`)).toBeNull();
    expect(readSummaryMarker('')).toBeNull();
    expect(readSummaryMarker('<!-- chokepoint:summary acme/importer week 48 -->')).toBeNull();
  });
});

describe('the hidden state', () => {
  it('is read back as it was written', () => {
    expect(readHiddenState(body, expected)).toEqual({ state, lost: null });
  });

  it.each([
    ['missing', 'text', expected, 'has lost its hidden state'],
    ['cut off', body.slice(0, -40), expected, 'has a damaged hidden state'],
    ['edited', body.replace('"5445"', '"9999"'), expected, 'has a damaged hidden state'],
    ['twice there', `${body}\n${body}`, expected, 'has a damaged hidden state'],
    [
      'of another version',
      body.replace('"version":1', '"version":7'),
      expected,
      'was written by another version',
    ],
    [
      'of another repository',
      body,
      { ...expected, repository: 'acme/api' },
      'holds the state of another repository or week',
    ],
    [
      'of another week',
      body,
      { ...expected, week: '2026-W50' },
      'holds the state of another repository or week',
    ],
  ])('T2: is not believed when it is %s, and says so', (_what, text, wanted, lost) => {
    expect(readHiddenState(text, wanted)).toEqual({ state: null, lost });
  });

  it.each(['-->', '--', '--!>', '<!--', '<b>', '@ana', '#1', 'a---b', '\u2028', '"\\'])(
    'T3: carries %j and gives it back',
    (text) => {
      const told = withText(text);
      const rendered = renderHiddenState(told);
      expect(rendered.slice(4, -3)).not.toMatch(/--|[<>@#]/);
      expect(readHiddenState(rendered, expected).state).toEqual(told);
    },
  );

  it('T3: carries any text and gives it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const told = withText(text);
        const rendered = renderHiddenState(told);
        expect(rendered.indexOf('-->')).toBe(rendered.length - 3);
        expect(readHiddenState(rendered, expected).state).toEqual(told);
      }),
    );
  });

  it('is never read into an error, whatever stands there', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const planted = `<!-- chokepoint:summary-state ${json.replaceAll('-->', '')} -->`;
        expect(readHiddenState(planted, expected).state).toBeNull();
      }),
    );
  });

  it('stays under 16,000 units with 10,000 candidates', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ number: index + 1, ratings: '4343' }));
    const large = rememberWeek(weekFacts({ candidates: backlog(many) }), policy.primary, weekBefore);
    expect(large.complete).toBe(false);
    expect(renderHiddenState(large).length).toBeLessThan(16_000);
  });
});

function withText(text: string): SummaryState {
  const { declaration } = state;
  if (declaration === null || declaration.metric === null) throw new Error('the example declares a metric');
  return {
    ...state,
    declaration: { ...declaration, owner: text, metric: { ...declaration.metric, name: text } },
  };
}
