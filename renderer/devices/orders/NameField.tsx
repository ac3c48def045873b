import type { ReactElement } from 'react';
import { t } from '../../text/text.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { NameMatch } from './name-match.ts';
import css from './Orders.module.css';

/** Longer names would run out of the field, and their ghost would lie beside them. */
const longestGhost = 40;

function progress(match: NameMatch): string {
  switch (match.state) {
    case 'begun':
      return t('devices.wipe.name.left', { count: match.left });
    case 'same':
      return t('devices.wipe.name.same');
    case 'other':
      return t('devices.wipe.name.other');
    default:
      return match satisfies never;
  }
}

/** The name of the device, typed over its ghost. */
export function NameField({
  name,
  typed,
  match,
  onType,
}: {
  name: string;
  typed: string;
  match: NameMatch;
  onType: (typed: string) => void;
}): ReactElement {
  return (
    <div className={css['name']}>
      <TextField
        label={t('devices.wipe.name')}
        name="device-name"
        isFirst
        autoComplete="off"
        spellCheck="false"
        value={typed}
        onChange={onType}
        inputClassName={css['nameInput']}
        labelEnd={<span className={css['left']}>{progress(match)}</span>}
      />
      {match.state === 'begun' && name.length <= longestGhost && (
        <div className={css['ghost']} aria-hidden="true">
          <span className={css['typed']}>{typed}</span>
          {match.rest}
        </div>
      )}
    </div>
  );
}
