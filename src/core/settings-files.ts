/** Where the config is, in the repository itself and in the one it extends; nowhere else is looked. */
export const configPath = '.github/chokepoint.yml';

/** Where a repository's own forms are. */
export const candidateFormPath = '.github/ISSUE_TEMPLATE/candidate.yml';
export const diagnosisFormPath = '.github/ISSUE_TEMPLATE/diagnosis.yml';
