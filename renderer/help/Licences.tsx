import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Licence } from '../../preload/contract/help.ts';
import type { Result } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';
import { describeError } from '../text/errors.ts';
import { t } from '../text/text.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import css from './About.module.css';

/** Everything that is shipped with the app and not our own, each with what its licence says. */
export function Licences(): ReactElement {
  const [answer, setAnswer] = useState<Result<Licence[]> | null>(null);

  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const read = await call('help.licences', undefined);
      if (isWanted) setAnswer(read);
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, []);

  if (answer === null) return <output>{t('help.licences.loading')}</output>;
  if (!answer.ok) {
    const { title, sentence, todo, reference } = describeError(answer.error);
    return <ErrorMessage title={title} sentence={sentence} todo={todo} reference={reference} />;
  }
  return (
    <>
      <p className={css['count']}>{t('help.licences.words', { count: answer.value.length })}</p>
      {answer.value.map(({ name, version, licence, text }) => (
        <Disclosure
          key={`${name} ${version}`}
          look="line"
          title={
            <span className={css['work']}>
              {name} <span className={css['version']}>{version}</span>
              <span className={css['licence']}>{licence}</span>
            </span>
          }
        >
          <p className={css['text']}>{text || t('help.licences.no-text', { licence })}</p>
        </Disclosure>
      ))}
    </>
  );
}
