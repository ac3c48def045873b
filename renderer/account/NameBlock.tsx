import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AccountChange, AccountProfile } from '../../preload/contract/account.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { Rich } from '../text/Rich.tsx';
import { t } from '../text/text.ts';
import { showToast } from '../ui/toast.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { changeAccount } from './account.store.ts';
import { Block } from './Block.tsx';
import { Problem } from './Problem.tsx';
import { whyNot } from './why-not.ts';
import css from './AccountPage.module.css';

/** The longest name that the contract takes, in characters. */
const maxName = 128;

/** First and last name, or the one name of an account that has no more. */
export function NameBlock({
  profile,
  tenant,
}: {
  profile: AccountProfile;
  tenant: string;
}): ReactElement {
  const { firstName, lastName, displayName, username } = profile;
  const isParted = firstName !== null || lastName !== null;
  const [first, setFirst] = useState(isParted ? (firstName ?? '') : displayName);
  const [last, setLast] = useState(lastName ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const why = whyNot(profile, 'name', tenant);
  const change = isParted
    ? partedChange(profile, first.trim(), last.trim())
    : first.trim() === displayName
      ? {}
      : { displayName: first.trim() };
  const isWhole = first.trim() !== '' && (!isParted || last.trim() !== '');
  const canSave = why === null && isWhole && Object.keys(change).length > 0;

  const field = { value: first, onChange: setFirst };
  const fields = isParted
    ? ([
        { ...field, part: 'first', name: 'first-name', autoComplete: 'given-name' },
        {
          part: 'last',
          name: 'last-name',
          autoComplete: 'family-name',
          value: last,
          onChange: setLast,
        },
      ] as const)
    : ([{ ...field, part: 'whole', name: 'name', autoComplete: 'name' }] as const);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!canSave || isBusy) return;
    setIsBusy(true);
    const failed = await changeAccount(change);
    setIsBusy(false);
    setError(failed);
    if (failed === null) {
      showToast({ icon: 'passed', tone: 'ok', title: t('account.name.done') });
    }
  };

  return (
    <Block
      title={t('account.name')}
      aside={
        <p className={css['lower']}>
          {why ? `${why} ` : ''}
          <Rich of="account.username" params={{ username }} />
        </p>
      }
    >
      <form className={css['form']} noValidate onSubmit={(event) => void save(event)}>
        <div className={isParted ? css['pair'] : undefined}>
          {fields.map(({ part, name, autoComplete, value, onChange }) => (
            <TextField
              key={name}
              label={t(`account.name.${part}`)}
              name={name}
              autoComplete={autoComplete}
              maxLength={maxName}
              isDisabled={why !== null}
              value={value}
              onChange={onChange}
            />
          ))}
        </div>
        <Problem error={error} />
        {why === null && (
          <div className={css['send']}>
            <Button type="submit" isDisabled={!canSave} isPending={isBusy}>
              {t('account.name.save')}
            </Button>
            {!isWhole && <span>{t('account.name.missing')}</span>}
          </div>
        )}
      </form>
    </Block>
  );
}

/** What of the two names was changed; the name that is shown follows when it was made of the two. */
function partedChange(profile: AccountProfile, firstName: string, lastName: string): AccountChange {
  const { displayName } = profile;
  const before = { firstName: profile.firstName ?? '', lastName: profile.lastName ?? '' };
  const change: AccountChange = {
    ...(firstName === before.firstName ? {} : { firstName }),
    ...(lastName === before.lastName ? {} : { lastName }),
  };
  if (Object.keys(change).length === 0) return change;
  return displayName === `${before.firstName} ${before.lastName}`
    ? { ...change, displayName: `${firstName} ${lastName}` }
    : change;
}
