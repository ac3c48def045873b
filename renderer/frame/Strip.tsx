import type { ReactElement, ReactNode } from 'react';
import type { Notice } from '../../preload/contract/app.ts';
import type { Reachability, Session } from '../../preload/contract/session.ts';
import { dismissNotice, useApp, useReachability, useSession } from '../app.store.ts';
import { clockTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { StatusStrip } from '../ui/StatusStrip.tsx';
import type { StripLine } from '../ui/StatusStrip.tsx';

/** What is to be said of the way to the portal. */
export function reachabilityLines({ state, since }: Reachability): StripLine[] {
  if (state === 'online') return [];
  const params = { since: clockTime(since ?? Date.now()) };
  return state === 'offline'
    ? [
        {
          id: state,
          icon: 'offline',
          tone: 'plain',
          name: t('strip.offline'),
          words: t('strip.offline.words', params),
        },
      ]
    : [
        {
          id: state,
          icon: 'warning',
          tone: 'warning',
          name: t('strip.unreachable'),
          words: t('strip.unreachable.words', params),
        },
      ];
}

/** What is to be said of the session: a demo, or a secret that is kept nowhere. */
export function sessionLines(session: Session | null): StripLine[] {
  if (session?.status !== 'signed-in') return [];
  if (session.portal.isDemo) {
    return [
      {
        id: 'demo',
        icon: 'demo',
        tone: 'live',
        name: t('strip.demo'),
        words: t('strip.demo.words'),
      },
    ];
  }
  switch (session.secretStore) {
    case 'keychain':
    case 'memory-chosen':
      return [];
    case 'memory-no-keychain':
      return [
        {
          id: 'no-keychain',
          icon: 'key-off',
          tone: 'warning',
          name: t('strip.no-keychain'),
          words: t('strip.no-keychain.words'),
        },
      ];
    case 'memory-keychain-locked':
      return [
        {
          id: 'keychain-locked',
          icon: 'key-off',
          tone: 'warning',
          name: t('strip.keychain-locked'),
          words: t('strip.keychain-locked.words'),
        },
      ];
    default:
      return session.secretStore satisfies never;
  }
}

function noticeLine({ id, kind, detail }: Notice): StripLine {
  return {
    id,
    icon: 'warning',
    tone: 'warning',
    name: t(`notice.${kind}`),
    words: t(`notice.${kind}.words`, { detail: detail ?? '' }),
    action: (
      <Button look="link" onPress={() => void dismissNotice(id)}>
        {t('notice.dismiss')}
      </Button>
    ),
  };
}

/** The status strip. `more` is what the pages have to say; `end` stands at the right of the first line. */
export function Strip({
  more = [],
  end,
}: {
  more?: readonly StripLine[];
  end?: ReactNode;
}): ReactElement {
  const session = useSession();
  const reachability = useReachability();
  const notices = useApp(({ app }) => (app.status === 'ready' ? app.notices : none));
  const lines = [
    ...reachabilityLines(reachability),
    ...notices.map(noticeLine),
    ...more,
    ...sessionLines(session),
  ];
  return <StatusStrip label={t('strip.label')} lines={lines} end={end} />;
}
const none: readonly Notice[] = [];
