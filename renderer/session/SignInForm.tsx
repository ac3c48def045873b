import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { PasswordHandle } from '../ui/PasswordField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { announce } from '../ui/announce.ts';
import { classNames } from '../ui/class-names.ts';
import type from '../styles/type.module.css';
import { AddressField } from './AddressField.tsx';
import { useProbe } from './probe.store.ts';
import { signIn, useSessionWork } from './session.store.ts';
import css from './SessionPage.module.css';

type SignedOut = Extract<Session, { status: 'signed-out' }>;
type Missing = { address: boolean; username: boolean; password: boolean };
const nothingMissing: Missing = { address: false, username: false, password: false };

/** The form of the sign-in page. The password is read from its field once, when the form is sent. */
export function SignInForm({
  session,
  address,
  onAddress,
}: {
  session: SignedOut;
  address: string;
  onAddress: (address: string) => void;
}): ReactElement {
  const password = useRef<PasswordHandle>(null);
  const pin = useRef<PasswordHandle>(null);
  const [username, setUsername] = useState(session.lastUsername ?? '');
  const [missing, setMissing] = useState(nothingMissing);
  const hasKeychain = session.keychain !== 'unavailable';
  const [keep, setKeep] = useState(true);
  const { work, error } = useSessionWork();
  const { probe: found } = useProbe();
  const asked = found.status === 'found' ? found.portal : null;
  const words = error && describeError(error);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (work !== null) return;
    const secret = password.current?.read() ?? '';
    const lacking = {
      address: address.trim() === '',
      username: username.trim() === '',
      password: secret === '',
    };
    setMissing(lacking);
    if (Object.values(lacking).includes(true)) return;
    const wanted = pin.current?.read();
    announce(t('session.submitting'));
    const failed = await signIn({
      address: address.trim(),
      username: username.trim(),
      password: secret,
      ...(wanted ? { pin: wanted } : {}),
      keepSignedIn: keep && hasKeychain,
    });
    // What did not fail for the password may be tried again without typing it again.
    if (failed === null || failed.code === 'bad-credentials') {
      password.current?.clear();
      pin.current?.clear();
      password.current?.focus();
    }
  };

  return (
    <form className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
      <div>
        <h1 className={type['title']}>{t('session.title')}</h1>
        <p className={classNames(type['lead'], type['muted'], css['lead'])}>
          {session.because ? t(`session.ended.${session.because}`) : t('session.lead')}
        </p>
      </div>
      <AddressField
        value={address}
        onChange={onAddress}
        error={missing.address ? t('session.address.missing') : null}
      />
      {asked && asked.signIn !== 'password' && (
        <ErrorMessage
          title={t(`session.sign-in-with.${asked.signIn}.title`)}
          sentence={t(`session.sign-in-with.${asked.signIn}.sentence`)}
          todo={t('session.sign-in-with.todo')}
        />
      )}
      <TextField
        label={t('session.username')}
        name="username"
        autoComplete="off"
        spellCheck="false"
        value={username}
        onChange={setUsername}
        error={missing.username ? t('session.username.missing') : null}
      />
      <PasswordField
        ref={password}
        label={t('session.password')}
        name="password"
        showLabel={t('password.show')}
        hideLabel={t('password.hide')}
        error={missing.password ? t('session.password.missing') : null}
        onEdit={(isFilled) => {
          if (isFilled && missing.password) setMissing({ ...missing, password: false });
        }}
      />
      {asked?.pinRequired && (
        <PasswordField
          ref={pin}
          label={t('session.pin')}
          name="pin"
          showLabel={t('session.pin.show')}
          hideLabel={t('session.pin.hide')}
        />
      )}
      <Checkbox
        isSelected={keep && hasKeychain}
        onChange={setKeep}
        isDisabled={!hasKeychain}
        hint={hasKeychain ? t('session.keep.keychain') : t('session.keep.none')}
      >
        {t('session.keep')}
      </Checkbox>
      {words && (
        <ErrorMessage
          title={words.title}
          sentence={words.sentence}
          todo={words.todo}
          reference={words.reference}
        />
      )}
      <div>
        <Button type="submit" look="primary" size="large" isPending={work === 'signing-in'}>
          {t('session.submit')}
        </Button>
      </div>
    </form>
  );
}
