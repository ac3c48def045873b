/** What is shown in the place of a value that the organisation hides; the same in every language. */
export const hiddenSign = '•••••';

// The vendor says that values may be masked and not with what (portal-api.md 1, GDPR): no serial number, name or
// address has two of these in a row, or is made of nothing but X or #.
const mask = /[*•●█]{2}|^[*xX#\s-]{3,}$/u;

/** Is this text a mask, whole or in part? */
export const isMasked = (value: unknown): boolean => typeof value === 'string' && mask.test(value);

/** Fields by which a person knows a device: that they exist and are hidden is worth showing. */
const identifiers = new Set(['serialNumber', 'imei', 'wifiMacAddress', 'phoneNumber', 'udid']);

/** Takes masked values out of a record, so that nothing tries to read them. */
export function withoutMasks(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      if (!isMasked(value)) return [name, value];
      return [name, identifiers.has(name) ? hiddenSign : null];
    }),
  );
}
