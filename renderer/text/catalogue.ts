/** Messages by key, as ICU MessageFormat. */
export type Messages = Readonly<Record<string, string>>;

/** The messages of several files as one catalogue. */
export function joined(files: Readonly<Record<string, Messages>>): Messages {
  return Object.fromEntries(Object.values(files).flatMap((file) => Object.entries(file)));
}
