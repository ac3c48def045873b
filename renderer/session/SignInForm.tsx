import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { Rich } from '../text/Rich.tsx';
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
import { BrowserWay } from './BrowserWay.tsx';
import { probe, probeFor, useProbe } from './probe.store.ts';
import { forgetError, signIn, signInBrowser, useSessionWork } from './session.store.ts';
import { SlowSignIn } from './SlowSignIn.tsx';
import { Trouble } from '../trouble/Trouble.tsx';
import { useWait } from '../trouble/use-wait.ts';
import css from './SessionPage.module.css';

type SignedOut = Extract<Session, { status: 'signed-out' }>;
type Missing = { address: boolean; username: boolean; password: boolean };
const nothingMissing: Missing = { address: false, username: false, password: false };

/** The form of the sign-in page. The password is read from its field once, when the form is sent. */
export function SignInForm({
  session,
  address,
  onAddress,
  username,
  onUsername,
  onForgotten,
}: {
  session: SignedOut;
  address: string;
  onAddress: (address: string) => void;
  username: string;
  onUsername: (username: string) => void;
  onForgotten: () => void;
}): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  const password = useRef<PasswordHandle>(null);
  const pin = useRef<PasswordHandle>(null);
  const [missing, setMissing] = useState(nothingMissing);
  const hasKeychain = session.keychain !== 'unavailable';
  const [keep, setKeep] = useState(true);
  const { work, error } = useSessionWork();
  const { probe: found } = useProbe();
  const asked = found.status === 'found' ? found.portal : null;
  const browserHost = asked?.browserHost ?? null;
  // Said beside the address, and not a second time below.
  const isUntrusted = found.status === 'failed' && found.error.certificate !== undefined;
  const isRateLimited = error?.code === 'rate-limited';
  const [due, setDue] = useState(0);
  // Whom the portal has only asked to be slower is let in without another press; a lock is the person's to try again.
  const over = useCallback(() => {
    forgetError();
    if (isRateLimited) setDue((count) => count + 1);
  }, [isRateLimited]);
  const left = useWait(error, over);
  useEffect(() => {
    if (due > 0) form.current?.requestSubmit();
  }, [due]);

  const sendPassword = async (secret: string): Promise<void> => {
    const wanted = pin.current?.read();
    announce(t('session.submitting'));
    const failed = await signIn({
      address: address.trim(),
      username: username.trim(),
      password: secret,
      ...(wanted ? { pin: wanted } : {}),
      keepSignedIn: keep && hasKeychain,
    });
    if (failed?.code === 'not-supported') await probe(address).then(() => probeFor(username));
    // What did not fail for the password may be tried again without typing it again.
    if (failed !== null && failed.code !== 'bad-credentials') return;
    password.current?.clear();
    pin.current?.clear();
    password.current?.focus();
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (work !== null || left > 0) return;
    const secret = password.current?.read() ?? '';
    const lacking = {
      address: address.trim() === '',
      username: username.trim() === '',
      password: browserHost === null && secret === '',
    };
    setMissing(lacking);
    if (Object.values(lacking).includes(true)) return;
    if (browserHost === null) return sendPassword(secret);
    const whoever = { address: address.trim(), username: username.trim() };
    await signInBrowser({ ...whoever, keepSignedIn: keep && hasKeychain });
  };

  return (
    <form ref={form} className={css['form']} onSubmit={(event) => void submit(event)} noValidate>
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
      {isUntrusted && <Trouble error={found.error} />}
      <TextField
        label={t('session.username')}
        name="username"
        autoComplete="off"
        spellCheck="false"
        value={username}
        onChange={(text) => {
          onUsername(text);
          // A lock is one account's, and somebody else may be about to sign in.
          if (error?.code === 'account-locked') forgetError();
        }}
        onBlur={() => void probeFor(username)}
        error={missing.username ? t('session.username.missing') : null}
      />
      {asked && asked.signIn !== 'password' && browserHost === null && (
        <ErrorMessage
          title={t(`session.sign-in-with.${asked.signIn}.title`)}
          sentence={t(`session.sign-in-with.${asked.signIn}.sentence`)}
          todo={t(`session.sign-in-with.${asked.signIn}.todo`)}
        />
      )}
      {browserHost === null && (
        <PasswordField
          ref={password}
          label={t('session.password')}
          name="password"
          labelEnd={
            <Button look="link" onPress={onForgotten}>
              {t('session.forgotten')}
            </Button>
          }
          showLabel={t('password.show')}
          hideLabel={t('password.hide')}
          error={missing.password ? t('session.password.missing') : null}
          onEdit={(isFilled) => {
            if (isFilled && missing.password) setMissing({ ...missing, password: false });
          }}
        />
      )}
      {asked?.pinRequired && browserHost === null && (
        <PasswordField
          ref={pin}
          label={t('session.pin')}
          name="pin"
          showLabel={t('session.pin.show')}
          hideLabel={t('session.pin.hide')}
        />
      )}
      {browserHost !== null && (
        <p className={css['browser']}>
          <Rich of="session.browser.words" params={{ host: browserHost }} />
        </p>
      )}
      <Checkbox
        isSelected={keep && hasKeychain}
        onChange={setKeep}
        isDisabled={!hasKeychain}
        hint={hasKeychain ? t('session.keep.keychain') : t('session.keep.none')}
      >
        {t('session.keep')}
      </Checkbox>
      {error && error.code !== 'cancelled' && !(isUntrusted && error.certificate) && (
        <Trouble
          error={error}
          left={left}
          isByItself={isRateLimited}
          {...(isRateLimited ? { onCancel: forgetError } : {})}
        />
      )}
      {work === 'signing-in' && <SlowSignIn />}
      {browserHost === null ? (
        <div>
          <Button
            type="submit"
            look="primary"
            size="large"
            isDisabled={left > 0}
            isPending={work === 'signing-in'}
          >
            {t('session.submit')}
          </Button>
        </div>
      ) : (
        <BrowserWay isWaiting={work === 'in-browser'} isBlocked={left > 0} />
      )}
    </form>
  );
}
