import { z } from 'zod';
import { line } from './text.ts';

/** A web clip that puts a portal on a phone's home screen. */
export const webClipInput = z.strictObject({
  /** As the person has it: a host, an origin, or a link into the portal. */
  address: z.string().min(1).max(2048),
  /** What stands under the icon. */
  label: z.string().min(1).max(64),
});

/** A piece of software, or of data, that is shipped with the app, and what its licence says. */
export const licence = z.strictObject({
  name: line,
  version: line,
  /** SPDX expression, as the package gives it. */
  licence: line,
  text: z.string().max(65_536),
});
export const licences = z.array(licence).max(500);
export type Licence = z.infer<typeof licence>;
