import type { FileReading } from '../tasks/ports/files.ts';
import type { Blob } from './pull-request-query.ts';

/** A file that came along whole needs no request of its own. */
export function keepBlob(knownFiles: Map<string, FileReading>, path: string, blob: Blob): void {
  if (blob === null) knownFiles.set(path, { kind: 'absent' });
  else if (typeof blob.text === 'string' && blob.isTruncated !== true) {
    knownFiles.set(path, { kind: 'file', text: blob.text });
  }
}
