import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Certificate, CertificateType } from '../../preload/contract/certificates.ts';
import { describeError } from '../text/errors.ts';
import { clockTime } from '../text/format.ts';
import { formatLocale, t } from '../text/text.ts';
import { useNow } from '../ui/clock.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';
import { openAdd } from './add/add.store.ts';
import { arrange } from './arrange.ts';
import type { Sort } from './arrange.ts';
import { CertificateDetails } from './CertificateDetails.tsx';
import { CertificateTable } from './CertificateTable.tsx';
import { NothingFound } from './CertificatesStates.tsx';
import { loadCertificates } from './certificates.store.ts';
import type { Certificates } from './certificates.store.ts';
import { RemovalDialog } from './change/RemovalDialog.tsx';
import type { Removal } from './change/consequences.ts';
import { openEdit } from './edit/edit.store.ts';
import { headline } from './headline.ts';
import { HeadlineWords } from './HeadlineWords.tsx';
import type { RowAction } from './row-actions.ts';
import { timeAxis } from './time-axis.ts';
import { useUploads } from './uploads.store.ts';
import { classNames } from '../ui/class-names.ts';
import type from '../styles/type.module.css';
import css from './CertificatesPage.module.css';

type Opened = { action: 'details' | Removal; certificate: Certificate };
type Ready = Extract<Certificates, { status: 'ready' }>;

/** The page when there are certificates: headline, table, and the sentence about what is pushed again. */
export function CertificatesShown({
  state: { list, problem, isRefreshing },
  search: typed,
  onSearch,
}: {
  state: Ready;
  search: string;
  onSearch: (search: string) => void;
}): ReactElement {
  const now = useNow();
  // The letters are in the field at once; a table of thousands follows when it can.
  const search = useDeferredValue(typed);
  const [sort, setSort] = useState<Sort>({ column: 'expiresAt', descending: false });
  const [opened, setOpened] = useState<Opened | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const fresh = useUploads((uploads) => uploads.fresh);
  const { certificates, types } = list;

  const arrangement = useMemo(
    () => arrange(certificates, { search, sort, now, language: formatLocale() }),
    [certificates, search, sort, now],
  );
  const axis = useMemo(() => timeAxis(certificates, now), [certificates, now]);
  const first = useMemo(() => headline(certificates, now), [certificates, now]);
  const found = arrangement.current.length + arrangement.ended.length;

  useEffect(() => {
    if (search === '') return undefined;
    // Told once the person has stopped typing, and not for each letter.
    const later = setTimeout(() => announce(t('certificates.search.found', { count: found })), 600);
    return () => clearTimeout(later);
  }, [search, found]);

  // The same function at every turn: a row that has not changed is not drawn again.
  const act = useCallback((action: RowAction, certificate: Certificate): void => {
    if (action === 'edit') openEdit(certificate);
    else setOpened({ action, certificate });
  }, []);
  const typeOf = ({ typeId }: Certificate): CertificateType | null =>
    types.find(({ id }) => id === typeId) ?? null;
  const close = (): void => {
    setOpened(null);
    // The row that had the focus may be gone with its certificate.
    setTimeout(() => {
      if (document.activeElement === document.body) table.current?.focus();
    }, 100);
  };

  return (
    <>
      <div className={css['headline']}>
        {first && (
          <HeadlineWords headline={first} now={now} onRenew={(typeId) => openAdd({ typeId })} />
        )}
      </div>
      {(list.stale || problem) && (
        <output className={css['stale']}>
          <State icon="clock">{t('certificates.stale', { time: clockTime(list.fetchedAt) })}</State>
          {problem && <span>{describeError(problem).title}.</span>}
          <Button look="link" isDisabled={isRefreshing} onPress={() => void loadCertificates(true)}>
            {t('certificates.stale.retry')}
          </Button>
        </output>
      )}
      {found === 0 ? (
        <NothingFound search={search} count={certificates.length} onShowAll={() => onSearch('')} />
      ) : (
        <>
          <div className={css['table']} ref={table} tabIndex={-1}>
            <CertificateTable
              arrangement={arrangement}
              axis={axis}
              now={now}
              sort={sort}
              fresh={fresh}
              onSort={setSort}
              onAct={act}
            />
          </div>
          <p className={classNames(type['small'], type['muted'], css['footer'])}>
            {t('certificates.table.footer')}
          </p>
        </>
      )}
      {opened?.action === 'details' && (
        <CertificateDetails
          certificate={opened.certificate}
          type={typeOf(opened.certificate)}
          onClose={close}
        />
      )}
      {(opened?.action === 'clear' || opened?.action === 'delete') && (
        <RemovalDialog
          removal={opened.action}
          certificate={opened.certificate}
          type={typeOf(opened.certificate)}
          onClose={close}
        />
      )}
    </>
  );
}
