import { describe, expect, it } from 'vitest';
import { readHiddenJson, renderHiddenJson } from '../../src/render/hidden-json.ts';

const opening = '<!-- kind ';

describe('T3: data in a hidden comment', () => {
  it('holds nothing that ends the comment or means something to GitHub', () => {
    expect(renderHiddenJson(opening, { a: '--><@#&' })).toBe(
      '<!-- kind {"a":"-\\u002d\\u003e\\u003c\\u0040\\u0023\\u0026"} -->',
    );
  });

  it.each([
    ['stands at the start', `${opening}{"a":1} -->`, { a: 1 }],
    ['stands behind the end of another comment', `<!-- x -->${opening}{"a":1} -->`, { a: 1 }],
    ['does not end', `${opening}{"a":1}`, null],
    ['does not end, but a line does', `${opening}{"a":1}\n`, null],
    ['does not begin, but another ends', '         {"a":1} -->', null],
    ['ended before it began', ` -->${opening}{"a":1}`, null],
    ['is no JSON', `${opening}nope -->`, null],
  ])('is read as it is where it %s', (_case, body, data) => {
    expect(readHiddenJson(opening, body)).toEqual(data);
  });
});
