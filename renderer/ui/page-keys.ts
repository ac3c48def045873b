/*
 * Keys that mean something on a page itself and stand in no menu, by what they do. Who listens to them takes them from
 * here, and so does the list that people read.
 */

/** Anywhere, unless somebody is typing. */
export const everywhereKeys = { 'show-shortcuts': ['?'] } as const;

/** Where a device was last seen. */
export const mapKeys = {
  in: ['+', '='],
  out: ['-'],
  centre: ['0'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
} as const;

/** A page that stands in the place of the list and its detail. */
export const innerPageKeys = { leave: ['Escape'] } as const;
