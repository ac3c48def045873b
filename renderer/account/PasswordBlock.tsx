import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { AccountProfile } from '../../preload/contract/account.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { calendarDays, columnDate } from '../text/dates.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { useNow } from '../ui/clock.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { Button } from '../ui/Button.tsx';
import { showToast } from '../ui/toast.ts';
import { changePassword } from './account.store.ts';
import { Block } from './Block.tsx';
import { NewPasswordFields } from '../password/NewPasswordFields.tsx';
import { openRules, passwordRules } from '../password/password-rules.ts';
import { PolicyList } from '../password/PolicyList.tsx';
import { Problem } from './Problem.tsx';
import { whyNot } from './why-not.ts';
import css from './AccountPage.module.css';

type Typed = { isCurrent: boolean; isAgain: boolean; isSame: boolean };
const nothingTyped: Typed = { isCurrent: false, isAgain: false, isSame: false };

/** What is still to be done, in one sentence. */
function stateWords(open: number, { isAgain, isSame, isCurrent }: Typed): string {
  if (open > 0) return t('account.password.rules-left', { count: open });
  if (!isAgain) return t('account.password.repeat');
  if (!isSame) return t('account.password.differs');
  return isCurrent ? t('account.password.ready') : t('account.password.current-missing');
}

/**
 * A new password, held against the portal's own rules while it is typed. What is typed stays in the three fields:
 * the page keeps only how far each rule is met.
 */
export function PasswordBlock({
  profile,
  tenant,
  isDemo,
}: {
  profile: AccountProfile;
  tenant: string;
  isDemo: boolean;
}): ReactElement {
  const { passwordPolicy, passwordExpiresAt } = profile;
  const now = useNow();
  const why = whyNot(profile, 'password', tenant);
  const current = useRef<PasswordHandle>(null);
  const chosen = useRef<PasswordHandle>(null);
  const again = useRef<PasswordHandle>(null);
  const [rules, setRules] = useState(() => passwordRules(passwordPolicy, ''));
  const [typed, setTyped] = useState(nothingTyped);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const look = (): void => {
    const password = chosen.current?.read() ?? '';
    const repeated = again.current?.read() ?? '';
    setRules(passwordRules(passwordPolicy, password));
    setTyped({
      isCurrent: isDemo || (current.current?.read() ?? '') !== '',
      isAgain: repeated !== '',
      isSame: password !== '' && password === repeated,
    });
  };

  const open = openRules(rules);
  const isBegun = rules.some(({ state }) => state === 'met' || state === 'broken');
  const sentence = isBegun ? stateWords(open, typed) : '';

  useEffect(() => {
    if (sentence === '') return undefined;
    // Told once the person has stopped typing, and not for each letter.
    const later = setTimeout(() => announce(sentence), 700);
    return () => clearTimeout(later);
  }, [sentence]);

  const canChange = open === 0 && typed.isSame && (isDemo || typed.isCurrent);
  const isCurrentWrong =
    error?.code === 'bad-credentials' || error?.reason === 'CurrentPasswordWrong';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || !canChange) return;
    setIsBusy(true);
    setError(null);
    const newPassword = chosen.current?.read() ?? '';
    // Nobody was told the demo portal's own password: main puts it in.
    const currentPassword = isDemo ? newPassword : (current.current?.read() ?? '');
    const failed = await changePassword({ currentPassword, newPassword });
    setIsBusy(false);
    setError(failed);
    if (failed !== null) return;
    for (const field of [current, chosen, again]) field.current?.clear();
    showToast({
      icon: 'passed',
      tone: 'ok',
      title: t('account.password.done'),
      sentence: t('account.password.done.more'),
    });
  };

  return (
    <Block
      title={t('account.password')}
      note={
        passwordExpiresAt === null
          ? null
          : t('account.password.expires', {
              date: columnDate(passwordExpiresAt),
              days: calendarDays(now, passwordExpiresAt),
            })
      }
      aside={why === null && <PolicyList rules={rules} tenant={tenant} />}
    >
      {why === null ? (
        <form className={css['form']} noValidate onSubmit={(event) => void submit(event)}>
          {isDemo ? (
            <p className={css['send']}>{t('account.password.demo')}</p>
          ) : (
            <PasswordField
              ref={current}
              label={t('account.password.current')}
              name="current-password"
              autoComplete="current-password"
              showLabel={t('password.show')}
              hideLabel={t('password.hide')}
              isDisabled={isBusy}
              error={isCurrentWrong ? t('account.password.current-wrong') : null}
              onEdit={() => {
                setError(null);
                look();
              }}
            />
          )}
          <NewPasswordFields chosen={chosen} again={again} isDisabled={isBusy} onEdit={look} />
          {!isCurrentWrong && <Problem error={error} />}
          <div className={css['send']}>
            <Button type="submit" look="primary" isDisabled={!canChange} isPending={isBusy}>
              {t('account.password.change')}
            </Button>
            <span>{sentence}</span>
          </div>
        </form>
      ) : (
        <p>{why}</p>
      )}
    </Block>
  );
}
