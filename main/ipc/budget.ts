/** Parts that an input may have; the largest honest one (200 device ids) has a few hundred. */
const maxParts = 10_000;
const maxDepth = 16;

/**
 * Is this value small enough to be looked at by a schema at all? Counts the parts of objects, arrays, maps and
 * sets; bytes count as one part, the schemas bound them themselves.
 *
 * @param value what the page sent; structured clone has made it plain, but it may be cyclic
 */
export function isWithinBudget(value: unknown): boolean {
  let parts = 0;
  const visit = (part: unknown, depth: number): boolean => {
    parts += 1;
    if (parts > maxParts || depth > maxDepth) return false;
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return true;
    if (part instanceof Map || part instanceof Set) return part.size === 0;
    // Sparse and huge arrays: their length is known before any part is touched.
    if (Array.isArray(part) && part.length > maxParts) return false;
    return Object.values(part).every((inner) => visit(inner, depth + 1));
  };
  return visit(value, 0);
}
