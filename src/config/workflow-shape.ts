import { z } from 'zod';

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});

const permissionsSchema = z.union([z.string(), z.record(z.string(), z.string())]);

export const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: permissionsSchema.optional(),
  concurrency: z.unknown().optional(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: permissionsSchema.optional(),
      steps: z.array(stepSchema).nullish(),
    }),
  ),
});

export type Workflow = z.infer<typeof workflowSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Path = readonly PropertyKey[];

export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly path: Path;
}

export function fault(code: string, message: string, fix: string, path: Path): Fault {
  return { code, message, fix, path };
}
