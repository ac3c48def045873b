import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { RecentFile } from '../../preload/contract/opened-files.ts';
import { relativeTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useNow } from '../ui/clock.ts';
import { Section } from '../ui/Section.tsx';
import { clearRecent, listRecent, openRecent, rememberRecent, useRecent } from './recent.store.ts';
import css from './RecentFiles.module.css';

/** The files that were opened from disk last, to be opened again. */
export function RecentFiles(): ReactElement | null {
  const { recent } = useRecent();
  const [isCleared, setIsCleared] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => void listRecent(), []);
  if (recent === null) return null;
  const { remembers, files } = recent;
  // Nothing to show and nothing to switch on again: then it would only be in the way.
  if (files.length === 0 && remembers && !isCleared) return null;
  const clear = async (): Promise<void> => {
    setIsCleared(true);
    await clearRecent();
    announce(t('inspect.recent.cleared'));
    // The button is gone, and the cursor should not go with it.
    place.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={place} className={css['recent']}>
      <Section
        level="h2"
        title={t('inspect.recent')}
        end={
          files.length > 0 && (
            <Button look="link" onPress={() => void clear()}>
              {t('inspect.recent.clear')}
            </Button>
          )
        }
      >
        {files.length > 0 && (
          <ul className={css['list']}>
            {files.map((file) => (
              <Row key={file.id} file={file} />
            ))}
          </ul>
        )}
        <Checkbox
          isSelected={remembers}
          onChange={(next) => void rememberRecent(next)}
          hint={t('inspect.recent.remember.more')}
        >
          {t('inspect.recent.remember')}
        </Checkbox>
      </Section>
    </div>
  );
}

function Row({ file }: { file: RecentFile }): ReactElement {
  const now = useNow();
  return (
    <li className={css['row']}>
      <Button look="link" onPress={() => void openRecent(file.id, file.name)}>
        <bdi>{file.name}</bdi>
      </Button>
      <span className={css['facts']}>
        {file.isThere ? t('inspect.recent.in', { folder: file.folder }) : t('inspect.recent.gone')}
      </span>
      <span className={css['facts']}>{relativeTime(file.openedAt, now)}</span>
    </li>
  );
}
