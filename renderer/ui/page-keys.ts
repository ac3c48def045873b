/*
 * Keys that mean something on a page itself and stand in no menu, by what they do. Who listens to them takes them from
 * here, and so does the list that people read.
 */

/** On every page, each beside the key that the menu has for the same; where somebody types, only those that type nothing. */
export const everywhereKeys = { 'show-shortcuts': ['?'], refresh: ['F5'] } as const;

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
