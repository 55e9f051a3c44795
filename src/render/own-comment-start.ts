/** How the marker of every comment of Chokepoint begins: its first line, on a pull request its last. */
export const ownCommentStart = '<!-- chokepoint:';
