import { describe, expect, it } from 'vitest';
import { sign, startSignatureCheck } from '../../src/app/signature.ts';

/** GitHub's own example: its documentation, "Validating webhook deliveries". */
const secret = "It's a Secret to Everybody";
const body = 'Hello, World!';
const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

describe('T17: a signature', () => {
  it('is the one GitHub makes, of text and of bytes', () => {
    expect(sign(body, secret)).toBe(signature);
    expect(sign(Buffer.from(body), secret)).toBe(signature);
  });

  it.each([
    ['the only secret made', [secret], signature, true],
    ['the current one of two secrets made', [secret, 'before'], signature, true],
    ['the one before made', ['current', secret], signature, true],
    ['another secret made', ['current', 'before'], signature, false],
    ['somebody made where there is no secret', [], signature, false],
    ['was cut short', [secret], signature.slice(0, -1), false],
    ['goes on behind its end', [secret], `${signature}0`, false],
    ['differs in its last digit', [secret], `${signature.slice(0, -1)}8`, false],
    ['is empty', [secret], '', false],
  ])('that %s belongs to the body or not', (_name, secrets, given, belongs) => {
    const check = startSignatureCheck(secrets);
    for (const chunk of ['Hello, ', '', 'World!']) check.update(Buffer.from(chunk));
    expect(check.matches(given)).toBe(belongs);
  });

  it('belongs to the whole body and to no part of it', () => {
    const check = startSignatureCheck([secret]);
    check.update(Buffer.from('Hello, World'));
    expect(check.matches(signature)).toBe(false);
  });
});
