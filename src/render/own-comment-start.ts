/** How every comment of Chokepoint on an issue begins; the one on a pull request ends with its marker. */
export const ownCommentStart = '<!-- chokepoint:';
