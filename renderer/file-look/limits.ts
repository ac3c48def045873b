import type { maxInspectBytes, maxUploadBytes } from '../../preload/contract/certificates.ts';

// The contract is made with zod, which stays out of the page: its types hold these two to the same numbers.
/** Largest file that is taken for upload, in bytes. */
export const uploadLimit: typeof maxUploadBytes = 1_048_576;
/** Largest file that Inspect opens, in bytes. */
export const inspectLimit: typeof maxInspectBytes = 10_485_760;

/** Most files that are added at once. */
export const mostFiles = 20;

/** What the file dialog of the system offers first; a file with another ending can be dropped all the same. */
export const containerEndings = ['.p12', '.pfx'];
export const inspectEndings = [...containerEndings, '.pem', '.cer', '.crt', '.der', '.p7b', '.p7c'];
