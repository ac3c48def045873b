/** Epoch ms as `2026-01-01T00:00:00Z`: UTC, to the second. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}
