import type { ReactElement } from 'react';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { Check, Inspection } from '../../../preload/contract/inspection.ts';
import { certificateName, leadingCertificate } from '../../file-look/chain-steps.ts';
import { CheckList } from '../../file-look/CheckList.tsx';
import { asksForPassword } from '../../file-look/failure-kinds.ts';
import { failureWords, refusalWords } from '../../file-look/failure-words.ts';
import type { FailureWords } from '../../file-look/failure-words.ts';
import type { Looking } from '../../file-look/looking.ts';
import { NotOpened } from '../../file-look/NotOpened.tsx';
import { describeError } from '../../text/errors.ts';
import { sentences } from '../../text/sentences.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { fittingType } from './fitting-type.ts';
import { InsideFacts } from './InsideFacts.tsx';
import type from '../../styles/type.module.css';
import css from './AddInside.module.css';

/** What was chosen beside the file, and how that is changed. */
export type InsideChoices = {
  /** Ids of the warnings that were read. */
  acknowledged: readonly string[];
  onAcknowledge: (id: string, isRead: boolean) => void;
  onChooseType: (typeId: string) => void;
};

/** The right side: what is in the file and every check, or why it does not open. */
export function AddInside({
  choices,
  looking,
  types,
  isSending,
}: {
  choices: InsideChoices;
  looking: Looking;
  types: readonly CertificateType[];
  isSending: boolean;
}): ReactElement {
  if (looking.status === 'refused') {
    const { refusal } = looking;
    return <Closed name={refusal.name} words={refusalWords(refusal)} />;
  }
  if (looking.status === 'held') {
    const { answer, busy, file } = looking;
    if (answer.kind === 'opened') {
      return (
        <div className={css['shown']} data-busy={busy}>
          {busy && <Progress />}
          <Opened
            inspection={answer.inspection}
            choices={choices}
            types={types}
            isSending={isSending}
          />
        </div>
      );
    }
    if (busy) return <Progress />;
    if (answer.kind === 'error') {
      const { title, sentence, todo, reference } = describeError(answer.error);
      return (
        <Closed name={file.name} words={{ title, todo: sentences(sentence, todo), reference }} />
      );
    }
    if (
      answer.kind === 'failed' &&
      (answer.withPassword || !asksForPassword(answer.failure.kind))
    ) {
      return <Closed name={file.name} words={failureWords(answer.failure)} />;
    }
  }
  if (looking.status === 'reading') return <Progress />;
  return (
    <div className={css['empty']}>
      <EmptyState art="certificates" title={t('add.preview.title')}>
        {t('add.preview.more')}
      </EmptyState>
    </div>
  );
}

function Opened({
  inspection,
  choices,
  types,
  isSending,
}: {
  inspection: Inspection;
  choices: InsideChoices;
  types: readonly CertificateType[];
  isSending: boolean;
}): ReactElement {
  const certificate = leadingCertificate(inspection);
  const mend = (check: Check): ReactElement | null => {
    const type = fittingType(check, certificate, types);
    return type === null ? null : (
      <Button size="small" isDisabled={isSending} onPress={() => choices.onChooseType(type.id)}>
        {t('add.changeType', { name: type.name })}
      </Button>
    );
  };
  return (
    <>
      <h3 className={type['head']}>
        {certificate ? certificateName(certificate) : t('add.inside.noCertificate')}
      </h3>
      <InsideFacts inspection={inspection} certificate={certificate} />
      <div className={css['checks']}>
        <CheckList
          checks={inspection.checks}
          actions={{
            mend,
            acknowledged: choices.acknowledged,
            onAcknowledge: choices.onAcknowledge,
          }}
        />
      </div>
    </>
  );
}

function Closed({ name, words }: { name: string; words: FailureWords }): ReactElement {
  return (
    <>
      <h3 className={type['head']}>{name}</h3>
      <div className={css['closed']}>
        <NotOpened words={words} />
      </div>
    </>
  );
}

function Progress(): ReactElement {
  return (
    <div className={css['progress']}>
      <ProgressBar label={t('add.status.busy')} value={null} />
    </div>
  );
}
