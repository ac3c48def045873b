import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Notice } from '../../preload/contract/app.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { ClockSkew, Reachability, Session } from '../../preload/contract/session.ts';
import { dismissNotice, useApp, useClockSkew, useReachability, useSession } from '../app.store.ts';
import { call } from '../portal.ts';
import { ServerCertificate } from '../trouble/ServerCertificate.tsx';
import { describeError } from '../text/errors.ts';
import { clockTime, duration } from '../text/format.ts';
import { useSlowCalls } from '../slow-calls.ts';
import { sentences } from '../text/sentences.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { StatusStrip } from '../ui/StatusStrip.tsx';
import type { StripLine } from '../ui/StatusStrip.tsx';

/** Something stands in the way, and it is known what. */
function causeLine(cause: AppError, onShow: (cause: AppError) => void): StripLine {
  const { title, sentence, todo } = describeError(cause);
  return {
    id: cause.code,
    icon: 'warning',
    tone: 'warning',
    name: title,
    words: sentences(sentence, todo),
    ...(cause.certificate === undefined
      ? {}
      : {
          action: (
            <Button look="link" onPress={() => onShow(cause)}>
              {t('server-certificate.show')}
            </Button>
          ),
        }),
  };
}

/** What is to be said of this computer's clock. */
export function clockLines(skew: ClockSkew): StripLine[] {
  if (skew === null) return [];
  const length = duration(Math.abs(skew.aheadMs));
  const which = skew.aheadMs > 0 ? 'ahead' : 'behind';
  return [
    {
      id: 'clock',
      icon: 'clock',
      tone: 'warning',
      name: t('strip.clock'),
      words: t('strip.clock.words', { length, which }),
    },
  ];
}

/** A portal that takes its time: something still goes on, and everything else can be used. */
export function slowLines(count: number, { state }: Reachability): StripLine[] {
  if (count === 0 || state !== 'online') return [];
  return [
    {
      id: 'slow',
      icon: 'clock',
      tone: 'plain',
      name: t('strip.slow'),
      words: t('strip.slow.words'),
    },
  ];
}

/** What is to be said of the way to the portal. */
export function reachabilityLines(
  { state, since, cause }: Reachability,
  onShow: (cause: AppError) => void = () => undefined,
): StripLine[] {
  if (state === 'online') return [];
  if (cause !== undefined) return [causeLine(cause, onShow)];
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
        action: (
          <Button look="link" onPress={() => void call('session.openMailbox', { address: null })}>
            {t('strip.demo.outbox')}
          </Button>
        ),
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
  const skew = useClockSkew();
  const slow = useSlowCalls(({ count }) => count);
  const [shown, setShown] = useState<AppError | null>(null);
  const notices = useApp(({ app }) => (app.status === 'ready' ? app.notices : none));
  const lines = [
    ...reachabilityLines(reachability, setShown),
    ...slowLines(slow, reachability),
    ...clockLines(skew),
    ...notices.map(noticeLine),
    ...more,
    ...sessionLines(session),
  ];
  return (
    <>
      <StatusStrip label={t('strip.label')} lines={lines} end={end} />
      {shown && <ServerCertificate error={shown} onClose={() => setShown(null)} />}
    </>
  );
}
const none: readonly Notice[] = [];
