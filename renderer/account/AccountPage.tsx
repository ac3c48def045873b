import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { Session } from '../../preload/contract/session.ts';
import { dateAndTime } from '../text/format.ts';
import { t } from '../text/text.ts';
import { LoadFailed } from '../trouble/LoadFailed.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { loadAccount, useAccount } from './account.store.ts';
import { Block } from './Block.tsx';
import { EmailBlock } from './EmailBlock.tsx';
import { NameBlock } from './NameBlock.tsx';
import { PasswordBlock } from './PasswordBlock.tsx';
import type from '../styles/type.module.css';
import css from './AccountPage.module.css';

/** Account: names, e-mail address, password, and the session; what can't be changed here says why. */
export function AccountPage({
  session,
  isSigningOut,
  onSignOut,
}: {
  session: Extract<Session, { status: 'signed-in' }>;
  isSigningOut: boolean;
  onSignOut: () => void;
}): ReactElement {
  const account = useAccount();
  const { portal, signedInAt } = session;
  const tenant = portal.tenantName ?? t('account.your-organisation');

  useEffect(() => void loadAccount(), []);

  return (
    <div className={css['page']}>
      <h1 className={type['title']}>{t('nav.account')}</h1>
      <p className={classNames(type['lead'], type['muted'], css['who'])}>
        {t('account.who', { name: session.account.displayName, tenant })}
      </p>
      {account.status === 'failed' ? (
        <LoadFailed problem={account.problem} onRetry={() => void loadAccount()} />
      ) : (
        <div className={css['sheet']} aria-busy={account.status === 'loading'}>
          {account.status === 'ready' ? (
            <>
              <NameBlock
                key={`${account.profile.firstName}/${account.profile.lastName}/${account.profile.displayName}`}
                profile={account.profile}
                tenant={tenant}
              />
              <EmailBlock
                key={`${account.profile.emailAddress}/${account.profile.pendingEmailAddress}`}
                profile={account.profile}
                tenant={tenant}
              />
              <PasswordBlock profile={account.profile} tenant={tenant} isDemo={portal.isDemo} />
              <Block
                title={t('account.session')}
                aside={
                  <Button look="link" isPending={isSigningOut} onPress={onSignOut}>
                    {t('settings.sign-out')}
                  </Button>
                }
              >
                <p>{t('account.session.since', { time: dateAndTime(signedInAt) })}</p>
              </Block>
            </>
          ) : (
            <Loading />
          )}
        </div>
      )}
    </div>
  );
}

function Loading(): ReactElement {
  return (
    <>
      {(['account.name', 'account.email', 'account.password'] as const).map((title) => (
        <Block key={title} title={t(title)}>
          <Skeleton width="40%" />
          <Skeleton width="100%" height={36} />
        </Block>
      ))}
    </>
  );
}
