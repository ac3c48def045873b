/** Where the password of a file is read at the moment it is needed: out of its field, and kept nowhere. */
export type PasswordSource = {
  /** What stands in the field; null without a field or a password. */
  read: () => string | null;
  /** Tells which field to read; the function that comes back ends that. */
  from: (field: () => string) => () => void;
};

/** A source that has no field yet. */
export function createPasswordSource(): PasswordSource {
  let readField: () => string = () => '';
  return {
    read: () => readField() || null,
    from: (field) => {
      readField = field;
      return () => {
        if (readField === field) readField = () => '';
      };
    },
  };
}
