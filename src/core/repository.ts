/** Whether both `owner/repo` name one repository; GitHub compares them without case. */
export function isSameRepository(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
