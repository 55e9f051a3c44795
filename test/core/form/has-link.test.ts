import { expect, test } from 'vitest';
import { hasLink } from '../../../src/core/form/has-link.ts';

test.each([
  'https://example.com',
  'see http://example.com/a?b=1',
  '[funnel](HTTPS://example.com)',
  '<https://[::1]/>',
  '#12',
  'as in (#12).',
  'acme/app#7',
  'acme/my.app_2-x#700!',
  '#0, #1',
  'https://… or https://例.jp',
])('%j shows something', (text) => {
  expect(hasLink(text)).toBe(true);
});

test.each([
  '',
  'https://',
  'https://…',
  'xhttps://example.com',
  'ftp://example.com',
  'example.com',
  '#',
  '#0',
  '#12a',
  'app#12',
  '&#12;',
  '##12',
  'a//b#12',
  'https',
  '# and then 12',
  'a://b and then http1234',
])('%j shows nothing', (text) => {
  expect(hasLink(text)).toBe(false);
});
