import { z } from 'zod';
import type { Job } from './job.ts';
import { type Subject, subjectsByEvent, wholeRepository } from './subjects-by-event.ts';

export interface Webhook {
  readonly event: string;
  readonly deliveryId: string;
  readonly receivedAt: Date;
  readonly payload: unknown;
}

/**
 * The subjects a webhook touches, each once. A payload without an installation or a repository, or
 * one that says nothing Chokepoint works on, touches none; no payload makes this throw. Events that
 * the App's own writes caused are kept: they coalesce into one job per subject, and a job that finds
 * everything as it should be writes nothing.
 */
export function toJobs({ event, deliveryId, receivedAt, payload }: Webhook): readonly Job[] {
  const installation = installationSchema.safeParse(payload);
  if (!installation.success) return [];
  const identity = {
    installationId: installation.data.installation.id,
    deliveryId,
    receivedAt: receivedAt.toISOString(),
  };
  return touchedSubjects(event, payload).map(({ repository, subject }) => ({
    ...identity,
    repositoryId: repository.id,
    repository: repository.full_name,
    subject,
  }));
}

type Repository = z.infer<typeof repositorySchema>;

const repositorySchema = z.object({
  id: z.int().positive(),
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
});
const installationSchema = z.object({ installation: z.object({ id: z.int().positive() }) });
/** Repositories that came within the App's reach. */
const installedRepositories = z
  .union([
    z.object({
      action: z.enum(['created', 'unsuspend', 'new_permissions_accepted']),
      repositories: z.array(repositorySchema),
    }),
    z
      .object({ action: z.literal('added'), repositories_added: z.array(repositorySchema) })
      .transform((event) => ({ repositories: event.repositories_added })),
  ])
  .transform((event) => event.repositories);

type SubjectEvent = keyof typeof subjectsByEvent;

/** The events Chokepoint listens to; GitHub sends the two about installations to every App. */
export const webhookEvents = [...eventNames(), 'installation', 'installation_repositories'] as const;

function eventNames(): readonly SubjectEvent[] {
  return Object.keys(subjectsByEvent).filter(isSubjectEvent);
}

function isSubjectEvent(event: string): event is SubjectEvent {
  return Object.hasOwn(subjectsByEvent, event);
}

function touchedSubjects(
  event: string,
  payload: unknown,
): readonly { repository: Repository; subject: Subject }[] {
  if (event === 'installation' || event === 'installation_repositories') {
    const repositories = installedRepositories.safeParse(payload).data ?? [];
    return repositories.map((repository) => ({ repository, subject: wholeRepository }));
  }
  const origin = z.object({ repository: repositorySchema }).safeParse(payload);
  if (!origin.success || !isSubjectEvent(event)) return [];
  const subjects: readonly Subject[] = subjectsByEvent[event].safeParse(payload).data ?? [];
  return subjects.map((subject) => ({ repository: origin.data.repository, subject }));
}
