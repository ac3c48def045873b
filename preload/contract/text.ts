import { z } from 'zod';

/** One line of text from a person or a portal, cut by main before it gets here. */
export const line = z.string().max(512);

/** Several lines: descriptions, messages. */
export const paragraph = z.string().max(4096);

/** An id that a portal gave out; opaque to us. */
export const portalId = z.string().min(1).max(128);

/** Milliseconds since 1970-01-01T00:00:00Z, within what `Date` can hold. */
export const epochMs = z.number().int().min(-8.64e15).max(8.64e15);

/** A size or a count in bytes. */
export const byteCount = z.number().int().nonnegative();

/** Hexadecimal digits in lower case, without separators. */
export const hex = z
  .string()
  .regex(/^[0-9a-f]*$/u)
  .max(16_384);

/** How many of something there are. */
export const count = z.number().int().nonnegative();
