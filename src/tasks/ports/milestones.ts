import type { Issue } from './issues.ts';

export interface Milestone {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly state: 'open' | 'closed';
}

export interface Milestones {
  /** `null` where the milestone does not exist (any more). */
  readMilestone(number: number): Promise<Milestone | null>;
  /** Its open issues and pull requests; `isPullRequest` tells them apart. */
  listMilestoneItems(number: number): Promise<readonly Issue[]>;
}

export interface MilestoneLists {
  /** All of them, open and closed. */
  listMilestones(): Promise<readonly Milestone[]>;
}
