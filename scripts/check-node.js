// Plain JavaScript, so that a Node too old for the rest can still say what to do.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Chokepoint needs Node 24, and this is Node ${process.versions.node}.\n` +
      'On Linux (x64, arm64) and Windows (x64) `npm ci` brings it along, unless optional packages were left out.\n' +
      'Elsewhere, such as on macOS, install Node 24 from https://nodejs.org and run the command again.\n',
  );
  process.exitCode = 1;
}
