import { expect, test } from 'vitest';
import { hasLink } from '../../../src/core/form/has-link.ts';

/** Every text that takes one piece of each list, in this order. */
function textsOf(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce<readonly string[]>(
    (texts, list) => texts.flatMap((text) => list.map((piece) => text + piece)),
    [''],
  );
}

test('an address begins a word with http:// or https://, and a host follows', () => {
  const texts = textsOf(
    ['', ' ', 'a', 'é', '(', 's', '_', '7', 'http', '-'],
    ['http', 'https', 'HTTPS', 'Http', 'htt', 'ttps', 'httpss', 'ftp', ''],
    ['://', ':/', '//'],
    ['', 'a', '1', '[', 'é', '/', '.', '-', ' ', '_', '…', '𠮷'],
  );
  const shown = texts.filter((text) => /(?<![\p{L}\p{N}_])https?:\/\/[\p{L}\p{N}[]/iu.test(text));
  expect(texts.filter(hasLink)).toEqual(shown);
});

test('a reference is a number of its own, or one that belongs to owner/repository', () => {
  const texts = textsOf(
    ['', ' ', 'a', 'é', '/', '-', '.', '&', '#', '_', '('],
    ['', 'a', 'Z-', 'é'],
    ['', '/', '//'],
    ['', 'b', '.b_9', 'é'],
    ['#'],
    ['', '0', '1', '9', '10', '19', '09', ':', '/'],
    ['', ' ', 'a', 'é', '_', '-', '#', '.'],
  );
  const own = /(?<![\p{L}\p{N}_&#/.-])#[1-9]\d*(?![\p{L}\p{N}_])/u;
  const ofRepository = /(?<![\p{L}\p{N}_/.-])[\w.-]+\/[\w.-]+#[1-9]\d*(?![\p{L}\p{N}_])/u;
  expect(texts.filter(hasLink)).toEqual(texts.filter((text) => own.test(text) || ofRepository.test(text)));
});

test.each([
  ['the second address', 'ftp://a.example, http://a.example'],
  ['the second number', '#0 #12'],
  ['an address right behind another word and a colon', 'see:https://a.example'],
])('%s shows something', (_, text) => {
  expect(hasLink(text)).toBe(true);
});

test.each([
  ['an address without its colon and slashes', 'ftp://x httpabcd httpsabcd'],
  ['a number without its mark', '# 12 #a1 12'],
  ['a number behind the first character', 'v2 is out'],
])('%s shows nothing', (_, text) => {
  expect(hasLink(text)).toBe(false);
});
