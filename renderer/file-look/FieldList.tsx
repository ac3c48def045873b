import type { ReactElement } from 'react';
import { copy } from '../copy.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { hexGroups } from './hex-groups.ts';
import type from '../styles/type.module.css';
import css from './FieldList.module.css';

/** One field of a certificate. Hexadecimal digits stand in groups, so that two can be compared by eye. */
export type Field = { label: string; lines: readonly string[] } | Hex;
type Hex = { label: string; hex: string; size: 2 | 4 };

/** Fields under each other, each with a button that copies it. A field without a value is left out. */
export function FieldList({ fields }: { fields: readonly (Field | null)[] }): ReactElement {
  return (
    <dl className={css['list']}>
      {fields
        .filter((field) => field !== null)
        .filter((field) => ('hex' in field ? field.hex !== '' : field.lines.length > 0))
        .map((field) => (
          <div key={field.label} className={'hex' in field ? css['hex'] : undefined}>
            <dt>{field.label}</dt>
            <dd>
              <div>{'hex' in field ? <HexDigits {...field} /> : field.lines.map(lineOf)}</div>
              <Button
                look="quiet"
                size="small"
                icon="copy"
                aria-label={t('action.copy', { what: field.label })}
                onPress={() => void copy(textOf(field), field.label)}
              />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function lineOf(line: string): ReactElement {
  return <span key={line}>{line}</span>;
}

/** What the button copies: digits without their spaces, lines as they stand. */
function textOf(field: Field): string {
  return 'hex' in field ? field.hex.toUpperCase() : field.lines.join('\n');
}

function HexDigits({ hex, size }: { hex: string; size: 2 | 4 }): ReactElement {
  const groups = hexGroups(hex, size);
  return (
    <div className={classNames(type['mono'], size === 4 ? css['groups'] : css['pairs'])}>
      {groups.map((group, place) => (
        <span key={`${String(place)}-${group}`}>{group}</span>
      ))}
    </div>
  );
}
