import type { Diagnosed } from '../../core/diagnosis/diagnose.ts';
import { inert } from '../markdown.ts';
import { evidenceFor } from './wording.ts';

/** What a person wrote into a line of the list: whether it is done, and whose it is. */
export interface TaskNote {
  readonly done: boolean;
  readonly owner: string | null;
}

/** By the word in bold that a line begins with. */
export type TaskNotes = ReadonlyMap<string, TaskNote>;

/** The evidence to collect, a task for each vague pressure, each with a place for its owner. */
export function renderEvidenceTasks({ vague }: Diagnosed, notes: TaskNotes): string {
  return vague
    .map((pressure) => {
      const { done, owner } = notes.get(pressure) ?? { done: false, owner: null };
      return `- [${done ? 'x' : ' '}] **${pressure}**: ${evidenceFor[pressure]} *(owner: ${owner === null ? '…' : inert(owner, 60)})*`;
    })
    .join('\n');
}

/** An owner is bounded, so that a long line is read once. */
const taskLine = /^- \[([ xX])\] \*\*([a-z]+)\*\*: .* \*\(owner: (.{0,200})\)\*[ \t]*$/gm;

/** Reads the list back from our own comment, where people tick and fill it in, so that writing it again keeps that. */
export function readTaskNotes(comment: string): TaskNotes {
  const notes = new Map<string, TaskNote>();
  for (const [, tick, task = '', written = ''] of comment.matchAll(taskLine)) {
    // Logins and plain names, without what made them inert; whatever else was written is not repeated.
    const name = written.replaceAll(/[\u200b\\]/g, '').replace(/^@/, '');
    const [owner = null] = /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,59}$/u.exec(name) ?? [];
    notes.set(task, { done: tick !== ' ', owner });
  }
  return notes;
}
