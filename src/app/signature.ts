import { createHmac, type Hmac, timingSafeEqual } from 'node:crypto';

/**
 * GitHub's signature of a body: HMAC-SHA-256 over its raw bytes, as `X-Hub-Signature-256` carries it.
 * Source: GitHub's documentation, "Validating webhook deliveries".
 */
export function sign(body: string | Uint8Array, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

export interface SignatureCheck {
  update(chunk: Uint8Array): void;
  /** True when any secret made the signature; every secret is compared, each in constant time. */
  matches(signature: string): boolean;
}

/** Checks a signature while the body arrives, so that an unsigned one is never put together. */
export function startSignatureCheck(secrets: readonly string[]): SignatureCheck {
  const macs: readonly Hmac[] = secrets.map((secret) => createHmac('sha256', secret));
  return {
    update: (chunk) => {
      for (const mac of macs) mac.update(chunk);
    },
    matches: (signature) => {
      const given = Buffer.from(signature);
      return macs
        .map((mac) => Buffer.from(`sha256=${mac.digest('hex')}`))
        .map((expected) => expected.length === given.length && timingSafeEqual(expected, given))
        .includes(true);
    },
  };
}
