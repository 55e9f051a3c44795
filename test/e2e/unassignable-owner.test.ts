import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, startStory } from '../support/story.ts';

const config = `primary: { constraint: activation, since: 2026-11-02, owner: anna-left }
duties: { issues: action, pull-requests: action, milestones: action, summary: action }
`;

let story: Story;

beforeAll(async () => {
  story = await startStory();
  story.goTo('2026-11-09');
  await story.commitConfig(config);
});

afterAll(() => story.end());

test.each([
  ['the summary', '2026-11-09', 'chokepoint: summary'],
  ['the decision issue', '2027-01-18', 'chokepoint: decision'],
])(
  '%s of an owner whom GitHub does not take is opened, assigned to nobody, and told so',
  async (_, day, label) => {
    story.goTo(day);
    await story.daily();
    const [issue] = await story.withLabel(label);
    expect(issue).toMatchObject({ assignees: [] });
    const comments = await story.comments(issue?.number ?? 0);
    expect(comments.filter(({ body }) => body.includes('OWNER_NOT_ASSIGNABLE'))).toHaveLength(1);
    expect(comments.at(0)?.body).toContain('does not let **anna-left** be assigned here');
  },
);
