import { expect, it } from 'vitest';
import { renderFormBody } from './form-body.ts';

const TEMPLATE = `
name: Candidate
body:
  - type: markdown
    attributes: { value: Thanks }
  - type: dropdown
    id: constraint
    attributes: { label: Constraint, options: [activation, adoption] }
  - type: dropdown
    id: kind
    attributes: { label: Kind of work, options: [Improves, New surface], default: 0 }
  - type: dropdown
    id: areas
    attributes: { label: Areas, multiple: true, options: [api, web] }
  - type: textarea
    id: risk
    attributes: { label: Risk }
  - type: textarea
    id: log
    attributes: { label: Log, render: shell }
  - type: checkboxes
    id: agree
    attributes: { label: Agreed, options: [{ label: I searched }, { label: I care }] }
`;

it('renders a form as GitHub does', () => {
  const answers = { constraint: 'adoption', areas: ['api', 'web'], log: 'boom', agree: ['I care'] };
  expect(renderFormBody(TEMPLATE, answers)).toBe(
    [
      '### Constraint\n\nadoption',
      '### Kind of work\n\nImproves',
      '### Areas\n\napi, web',
      '### Risk\n\n_No response_',
      '### Log\n\n```shell\nboom\n```',
      '### Agreed\n\n- [ ] I searched\n- [X] I care',
    ].join('\n\n'),
  );
});

it('lets an answer stand in place of a preset', () => {
  expect(renderFormBody(TEMPLATE, { kind: 'New surface' })).toContain('### Kind of work\n\nNew surface');
});
