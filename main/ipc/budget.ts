/** Parts that an input may have; the largest honest one (200 device ids) has a few hundred. */
const maxParts = 10_000;
const maxDepth = 16;

/**
 * Is this value plain and small enough to be looked at by a schema at all? Counts the parts of objects and arrays;
 * bytes count as one part, the schemas bound them themselves. The contract has no use for anything else.
 *
 * @param value what the page sent; structured clone has made it plain, but it may be cyclic
 */
export function isWithinBudget(value: unknown): boolean {
  let parts = 0;
  const visit = (part: unknown, depth: number): boolean => {
    parts += 1;
    if (parts > maxParts || depth > maxDepth) return false;
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return true;
    // Sparse and huge arrays: their length is known before any part is touched.
    if (Array.isArray(part)) return part.length <= maxParts && all(part, depth);
    // A date, a map or an error would pass for an empty object with a schema that asks for nothing.
    return Object.prototype.toString.call(part) === '[object Object]' && all(part, depth);
  };
  const all = (part: object, depth: number): boolean =>
    Object.values(part).every((inner) => visit(inner, depth + 1));
  return visit(value, 0);
}
