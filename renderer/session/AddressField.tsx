import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { State } from '../ui/State.tsx';
import { TextField } from '../ui/TextField.tsx';
import { forgetProbe, probe, useProbe } from './probe.store.ts';
import type { Probe } from './probe.store.ts';
import { forgetError } from './session.store.ts';

/** Whether what was typed is a link to a page and not only the portal's address. */
function isLink(typed: string): boolean {
  return /^(?:https?:\/\/)?[^/]+\/[^/]/iu.test(typed);
}

/** The host, as a person would type it: without `https://` and without a page. */
export function shownAddress(address: string): string {
  return address.replace(/^https:\/\//iu, '').replace(/\/$/u, '');
}

function Found({ found }: { found: Probe }): ReactElement | null {
  if (found.status !== 'found') return null;
  return (
    <State icon="check" tone="ok">
      {found.portal.tenantName ?? t('session.address.portal')}
    </State>
  );
}

/** Where the portal is. What is pasted is asked at once, what is typed when the field is left. */
export function AddressField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}): ReactElement {
  const { probe: found } = useProbe();

  useEffect(() => {
    if (found.status !== 'found') return;
    const { portal, typed } = found;
    if (isLink(typed)) onChange(shownAddress(portal.address));
    announce(
      portal.tenantName === null
        ? t('session.address.found-nameless')
        : t('session.address.found', { tenant: portal.tenantName }),
    );
  }, [found, onChange]);

  // What is wrong with a certificate stands below, with the certificate.
  const isSaidBelow = found.status === 'failed' && found.error.certificate !== undefined;
  const words = found.status === 'failed' && !isSaidBelow ? describeError(found.error) : null;
  return (
    <TextField
      label={t('session.address')}
      name="address"
      type="text"
      inputMode="url"
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      placeholder={t('session.address.placeholder')}
      value={value}
      onChange={(next) => {
        onChange(next);
        forgetProbe();
        // What went wrong with one portal says nothing about another.
        forgetError();
      }}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain').trim();
        if (!isLink(pasted)) return;
        event.preventDefault();
        onChange(pasted);
        void probe(pasted);
      }}
      onBlur={() => void probe(value)}
      error={error ?? (words ? `${words.title}. ${words.todo}` : null)}
      hint={
        found.status === 'asking'
          ? t('session.address.looking')
          : found.status === 'found' && isLink(found.typed)
            ? t('session.address.from-link')
            : undefined
      }
      end={<Found found={found} />}
    />
  );
}
