import type { ReactElement } from 'react';
import type { InspectedKey, Inspection } from '../../preload/contract/inspection.ts';
import { t } from '../text/text.ts';
import { KeyFit } from '../ui/Bitting.tsx';
import { State } from '../ui/State.tsx';
import { keyWords } from '../file-look/algorithm-words.ts';
import { certificateName } from '../file-look/chain-steps.ts';
import css from './Keys.module.css';

/** The private keys of a file: whether there is one, and whether it belongs to a certificate. */
export function Keys({ inspection }: { inspection: Inspection }): ReactElement {
  const { keys, certificates } = inspection;
  const [key] = keys;
  if (key === undefined) return <KeyWords kind="none" />;
  if (keys.length > 1) return <SeveralKeys inspection={inspection} />;
  if (certificates.length === 0) return <KeyWords kind="one.alone" />;
  if (key.fits === null) return <KeyWords kind="one.unchecked" />;
  const certificate = certificates.find(({ index }) => key.fits?.includes(index));
  if (certificate === undefined) return <KeyWords kind="one.foreign" />;
  return (
    <>
      <div className={css['drawing']}>
        <KeyFit fingerprint={certificate.publicKey.fingerprint} />
      </div>
      <KeyWords kind="one.fits" />
    </>
  );
}

function KeyWords({
  kind,
}: {
  kind: 'none' | 'one.alone' | 'one.fits' | 'one.foreign' | 'one.unchecked';
}): ReactElement {
  return (
    <p className={css['words']}>
      <b>{t(`inspect.keys.${kind}`)}</b>{' '}
      <span className={css['more']}>{t(`inspect.keys.${kind}.more`)}</span>
    </p>
  );
}

function SeveralKeys({ inspection: { keys, certificates } }: { inspection: Inspection }) {
  const sentence = (key: InspectedKey): ReactElement => {
    const name = keyWords(key);
    if (key.fits === null) {
      return (
        <State icon="info" tone="dim">
          {t('inspect.keys.several.unchecked', { name })}
        </State>
      );
    }
    const owner = certificates.find(({ index }) => key.fits?.includes(index));
    return owner === undefined ? (
      <State icon="warning" tone="warning">
        {t('inspect.keys.several.foreign', { name })}
      </State>
    ) : (
      <State icon="key">
        {t('inspect.keys.several.fits', { name, certificate: certificateName(owner) })}
      </State>
    );
  };
  return (
    <>
      <p className={css['words']}>
        <b>{t('inspect.keys.several', { count: keys.length })}</b>
      </p>
      <ul className={css['list']}>
        {keys.map((key, place) => (
          <li key={`${String(place)}-${key.localKeyId ?? ''}`}>{sentence(key)}</li>
        ))}
      </ul>
    </>
  );
}
