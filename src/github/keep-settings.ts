import { z } from 'zod';
import { candidateFormPath, configPath } from '../core/settings-files.ts';
import type { FileReading } from '../tasks/ports/files.ts';

const blob = (path: string) => `object(expression: "HEAD:${path}") { ... on Blob { text isTruncated } }`;

/** The settings files of the default branch, asked for along with something else of the repository. */
export const settingsFields = `
    config: ${blob(configPath)}
    candidateForm: ${blob(candidateFormPath)}`;

/** `{}`: something else than a file stands at the path. */
const blobSchema = z.object({ text: z.string().nullish(), isTruncated: z.boolean().optional() }).nullable();

export const settingsSchema = z.object({ config: blobSchema, candidateForm: blobSchema });

/** A file that came along whole needs no request of its own. */
export function keepSettings(
  knownFiles: Map<string, FileReading>,
  { config, candidateForm }: z.infer<typeof settingsSchema>,
): void {
  keepBlob(knownFiles, configPath, config);
  keepBlob(knownFiles, candidateFormPath, candidateForm);
}

function keepBlob(
  knownFiles: Map<string, FileReading>,
  path: string,
  found: z.infer<typeof blobSchema>,
): void {
  if (found === null) knownFiles.set(path, { kind: 'absent' });
  else if (typeof found.text === 'string' && found.isTruncated !== true) {
    knownFiles.set(path, { kind: 'file', text: found.text });
  }
}
