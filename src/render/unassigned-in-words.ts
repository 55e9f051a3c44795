import { inert, listInWords } from './markdown.ts';

/** Why nobody is assigned to an issue of ours that was to have an owner. */
export function unassignedInWords(logins: readonly string[]): string {
  const whom = listInWords(logins.map((login) => `**${inert(login)}**`));
  return `GitHub does not let ${whom} be assigned here, so nobody is: whom it takes has access to this repository. Correct \`primary.owner\` in \`.github/chokepoint.yml\`, or give them access. <sub>OWNER_NOT_ASSIGNABLE</sub>`;
}
