import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { failureWords, refusalWords } from '../file-look/failure-words.ts';
import { groupChecks } from '../file-look/group-checks.ts';
import { InspectFailure } from './InspectFailure.tsx';
import { InspectOpened } from './InspectOpened.tsx';
import { InspectPassword } from './InspectPassword.tsx';
import { InspectStart } from './InspectStart.tsx';
import { inspectedFile } from './inspect.store.ts';
import type { Looking } from '../file-look/looking.ts';
import { OpenedBar } from './OpenedBar.tsx';
import css from './InspectPage.module.css';

/** Inspect: what is in a file, with or without a network and an account. */
export function InspectPage(): ReactElement {
  const looking = useStore(inspectedFile.store);
  const said = spoken(looking);
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said]);
  return <div className={css['page']}>{content(looking)}</div>;
}

function content(looking: Looking): ReactElement {
  switch (looking.status) {
    case 'idle':
      return <InspectStart />;
    case 'reading':
      return <Busy name={looking.name} />;
    case 'refused':
      return (
        <>
          <OpenedBar name={looking.refusal.name} line={null} />
          <InspectFailure words={refusalWords(looking.refusal)} />
        </>
      );
    case 'held': {
      const { file, answer, busy } = looking;
      if (answer.kind === 'opened') {
        return <InspectOpened file={file} inspection={answer.inspection} at={answer.at} />;
      }
      if (answer.kind === 'none' && busy) return <Busy name={file.name} />;
      return <InspectPassword file={file} answer={answer} busy={busy} />;
    }
    default:
      return looking satisfies never;
  }
}

function Busy({ name }: { name: string }): ReactElement {
  return (
    <>
      <OpenedBar name={name} line={null} />
      <div className={`${css['busy'] ?? ''} ${css['late'] ?? ''}`}>
        <ProgressBar label={t('inspect.looking')} value={null} />
      </div>
    </>
  );
}

/** What a person who does not see the page is told when something changes on it. */
function spoken(looking: Looking): string {
  if (looking.status === 'refused') return refusalWords(looking.refusal).title;
  if (looking.status !== 'held') return '';
  const { answer, file } = looking;
  if (answer.kind === 'failed') {
    const isAsking = answer.failure.kind === 'password-required' && !answer.withPassword;
    return isAsking
      ? t('inspect.password.title', { name: file.name })
      : failureWords(answer.failure).title;
  }
  if (answer.kind !== 'opened') return '';
  const { errors, warnings } = groupChecks(answer.inspection.checks);
  return t('inspect.opened.announce', {
    name: file.name,
    errors: errors.length,
    warnings: warnings.length,
  });
}
