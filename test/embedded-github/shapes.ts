/** Shapes of what the store behind the front answers: only the fields the front reads are named. */
import { z } from 'zod';

export const AccountShape = z.looseObject({ login: z.string(), id: z.number(), type: z.string() });
export type Account = z.infer<typeof AccountShape>;

export const LabelShape = z.looseObject({
  id: z.number(),
  name: z.string(),
  color: z.string(),
  description: z.string().nullable(),
});
export type Label = z.infer<typeof LabelShape>;

export const MilestoneShape = z.looseObject({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  description: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  due_on: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
});
export type Milestone = z.infer<typeof MilestoneShape>;

export const IssueShape = z.looseObject({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  user: AccountShape,
  labels: z.array(LabelShape),
  author_association: z.string(),
});
export type IssueJson = z.infer<typeof IssueShape>;

const BranchEnd = z.looseObject({ ref: z.string(), sha: z.string(), label: z.string() });

export const PullShape = z.looseObject({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean(),
  merged: z.boolean(),
  user: AccountShape,
  labels: z.array(LabelShape),
  head: BranchEnd,
  base: BranchEnd,
  author_association: z.string(),
});
export type PullJson = z.infer<typeof PullShape>;

export const CommentShape = z.looseObject({
  id: z.number(),
  body: z.string(),
  user: AccountShape,
  created_at: z.string(),
  updated_at: z.string(),
  author_association: z.string(),
});
export type CommentJson = z.infer<typeof CommentShape>;

export const CheckRunShape = z.looseObject({
  id: z.number(),
  name: z.string(),
  head_sha: z.string(),
  status: z.string(),
  conclusion: z.string().nullable(),
  started_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  output: z.looseObject({}),
});
export type CheckRunJson = z.infer<typeof CheckRunShape>;

export const RepositoryShape = z.looseObject({
  id: z.number(),
  name: z.string(),
  full_name: z.string(),
  private: z.boolean(),
  archived: z.boolean(),
  default_branch: z.string(),
  owner: AccountShape,
});
export type RepositoryJson = z.infer<typeof RepositoryShape>;

export const CommitShape = z.looseObject({ sha: z.string(), tree: z.looseObject({ sha: z.string() }) });
export const ShaShape = z.looseObject({ sha: z.string() });
