/** Whether GitHub gives back what is planned: it keeps line ends as a client sent them, and trims the end. */
export function isSameText(standing: string, planned: string): boolean {
  return standing.replaceAll('\r\n', '\n').trimEnd() === planned.trimEnd();
}
