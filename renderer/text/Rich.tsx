import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { t } from './text.ts';
import type { TextKey, TextParams } from './text.ts';

/** Stands in for `<` in values, so that a name can't put markup into a sentence. */
const stand = '\uE000';

/** A message in which `<b>` marks what is set in bold. Values are text and never markup. */
export function Rich({ of, params = {} }: { of: TextKey; params?: TextParams }): ReactElement {
  const safe = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('<', stand) : value,
    ]),
  );
  const parts = t(of, safe).split(/<b>(.*?)<\/b>/u);
  return (
    <>
      {parts.map((part, place) => {
        const words = part.replaceAll(stand, '<');
        return place % 2 === 1 ? (
          <b key={place}>{words}</b>
        ) : (
          <Fragment key={place}>{words}</Fragment>
        );
      })}
    </>
  );
}
