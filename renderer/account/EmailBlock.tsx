import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AccountProfile } from '../../preload/contract/account.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { changeAccount } from './account.store.ts';
import { Block } from './Block.tsx';
import { PendingEmail } from './PendingEmail.tsx';
import { Problem } from './Problem.tsx';
import { whyNot } from './why-not.ts';
import css from './AccountPage.module.css';

/** The longest address that the contract takes, in characters. */
const maxEmail = 255;

/** The e-mail address; another one is pending until the mail that goes there is answered. */
export function EmailBlock({
  profile,
  tenant,
}: {
  profile: AccountProfile;
  tenant: string;
}): ReactElement {
  const { emailAddress, pendingEmailAddress } = profile;
  const [typed, setTyped] = useState(emailAddress ?? '');
  const [isWrong, setIsWrong] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const why = whyNot(profile, 'email', tenant);
  const address = typed.trim();
  const isChanged = address !== '' && address !== emailAddress;

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || !isChanged || why !== null) return;
    const looksWrong = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(address);
    setIsWrong(looksWrong);
    if (looksWrong) return;
    setIsBusy(true);
    const failed = await changeAccount({ emailAddress: address });
    setIsBusy(false);
    setError(failed);
    if (failed !== null) return;
    // The new one is not the account's yet: it stands beside the field until it is confirmed.
    setTyped(emailAddress ?? '');
    announce(t('account.email.asked', { address }));
  };

  return (
    <Block
      title={t('account.email')}
      aside={
        pendingEmailAddress !== null ? (
          <PendingEmail pending={pendingEmailAddress} present={emailAddress} />
        ) : (
          <p>{why ?? t('account.email.how')}</p>
        )
      }
    >
      <form className={css['form']} noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t('account.email.label')}
          name="email"
          type="email"
          autoComplete="email"
          maxLength={maxEmail}
          isDisabled={why !== null}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setIsWrong(false);
          }}
          error={isWrong ? t('account.email.wrong') : null}
        />
        <Problem error={error} />
        {why === null && (
          <div className={css['send']}>
            <Button type="submit" isDisabled={!isChanged} isPending={isBusy}>
              {t('account.email.save')}
            </Button>
          </div>
        )}
      </form>
    </Block>
  );
}
