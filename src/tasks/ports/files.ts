import type { ReadConfigFile } from '../../config/read-config-chain.ts';

/** A file of the default branch; absent is an answer, unreadable is a fault. */
export type FileReading = { readonly kind: 'file'; readonly text: string } | { readonly kind: 'absent' };

export interface Files {
  readFile(path: string): Promise<FileReading>;
}

export interface ForeignFiles {
  /** A config file of another repository of the same owner, for `extends`. */
  readonly readConfigFile: ReadConfigFile;
}

export interface HeadFiles {
  /** A file as it is in a commit of this repository or of a fork's pull request; read as data, never run. */
  readFileAt(path: string, commit: string): Promise<FileReading>;
}

export interface WorkflowFiles {
  /** The files under `.github/workflows/`; none where there is no such folder. */
  readWorkflows(): Promise<readonly { readonly path: string; readonly text: string }[]>;
}

export interface DefaultBranch {
  /** Its name, for links to pages where a person commits. */
  defaultBranch(): Promise<string>;
}

export interface Opening {
  /** Reads in one request what a task asks for first: the files of `.github/` and whether the repository is public. */
  readOpening(): Promise<void>;
}
