/** What listeners get as their first argument: Electron's event object with its own fields. */
export type StandinEvent<Fields extends object> = Fields & {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
};

/** An event that listeners may prevent. Keeps getters among `fields` as getters. */
export function makeEvent<Fields extends object>(fields: Fields): StandinEvent<Fields> {
  let prevented = false;
  const base = {
    preventDefault() {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
  Object.defineProperties(base, Object.getOwnPropertyDescriptors(fields));
  return merged<Fields, typeof base>(base, fields);
}

function hasFields<Fields extends object>(value: object, fields: Fields): value is Fields {
  return Object.keys(fields).every((key) => key in value);
}

function merged<Fields extends object, Base extends object>(
  base: Base,
  fields: Fields,
): Base & Fields {
  if (!hasFields(base, fields)) throw new Error('stand-in: an event lost a field');
  return base;
}
