import { z } from 'zod';

/**
 * A token, white space around it aside: it came along when it was pasted. One with other signs than GitHub's would be
 * refused as a header, by an error that repeats it.
 */
export const tokenSetting = z
  .string()
  .trim()
  .regex(/^[!-~]+$/);

/** How GitHub is asked, by environment variable: read the same by the App, the Action and the command line. */
export const clientSettings = {
  /** Without a slash at the end. */
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/+$/, ''))
    .default('https://api.github.com'),
  /** Pause between two writes. */
  CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: z.coerce.number().int().min(0).max(60_000).default(1_000),
};

/** What to say of a variable that cannot be used. */
export const clientExpectations = {
  GITHUB_API_URL: {
    expected: "the address of GitHub's API, such as https://api.github.com",
    fix: 'Leave GITHUB_API_URL out for github.com, or set it to https://HOST/api/v3 of your server.',
  },
  CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: {
    expected: 'a whole number of milliseconds from 0 to 60000',
    fix: 'Leave CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS out for 1000, the pause GitHub asks for.',
  },
};
