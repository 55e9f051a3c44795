/** The package ships no types. */
declare module '@zentered/issue-forms-body-parser' {
  const parse: (body: string) => Promise<unknown>;
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default parse;
}
