import type { ReactElement, ReactNode } from 'react';
import { TextArea } from 'react-aria-components';
import { t } from '../text/text.ts';
import { KeyBlade } from '../ui/Bitting.tsx';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import type { Session } from '../../preload/contract/session.ts';
import { classNames } from '../ui/class-names.ts';
import type from '../styles/type.module.css';
import { ChoosePasswordForm } from './ChoosePasswordForm.tsx';
import { acceptTerms, signOut, useSessionWork } from './session.store.ts';
import { Trouble } from '../trouble/Trouble.tsx';
import css from './SessionPage.module.css';

type Halfway<S extends Session['status']> = Extract<Session, { status: S }>;

const nameOf = ({ portal }: Halfway<'choosing-password' | 'accepting-terms'>): string =>
  portal.tenantName ?? portal.address;

function Layout({
  title,
  lead,
  left,
  right,
}: {
  title: string;
  lead: string;
  left: ReactNode;
  right?: ReactNode;
}): ReactElement {
  return (
    <main className={css['page']}>
      <section className={css['left']} aria-label={title}>
        <div className={css['brand']}>
          <Mark />
          <span>{t('app.name')}</span>
        </div>
        <div className={css['form']}>
          <div>
            <h1 className={type['title']}>{title}</h1>
            <p className={classNames(type['lead'], type['muted'], css['lead'])}>{lead}</p>
          </div>
          {left}
        </div>
      </section>
      <section className={css['right']}>
        <div className={css['plate']}>
          <KeyBlade fingerprint="7c659ea48" />
        </div>
        {right}
      </section>
    </main>
  );
}

/** The portal has let the person in, and wants a new password first. */
export function ChoosePasswordPage({
  session,
}: {
  session: Halfway<'choosing-password'>;
}): ReactElement {
  const lead = t('session.expired.lead', { portal: nameOf(session) });
  return (
    <Layout
      title={t('session.expired.title')}
      lead={lead}
      left={<ChoosePasswordForm policy={session.passwordPolicy} tenant={nameOf(session)} />}
    />
  );
}

/** The portal has let the person in, and wants its terms of service accepted first. */
export function TermsPage({ session }: { session: Halfway<'accepting-terms'> }): ReactElement {
  const { work, error } = useSessionWork();
  const { version, title, text } = session.terms;
  return (
    <Layout
      title={title ?? t('session.terms.title')}
      lead={t('session.terms.lead', { portal: nameOf(session) })}
      left={
        <>
          <TextArea
            className={css['terms'] ?? ''}
            aria-label={t('session.terms.text')}
            readOnly
            value={text}
          />
          {error && error.code !== 'cancelled' && <Trouble error={error} />}
          <div className={css['links']}>
            <Button
              look="primary"
              size="large"
              isPending={work === 'going-on'}
              onPress={() => void acceptTerms(version)}
            >
              {t('session.terms.accept')}
            </Button>
            <Button look="link" isDisabled={work !== null} onPress={() => void signOut()}>
              {t('session.terms.decline')}
            </Button>
          </div>
        </>
      }
    />
  );
}
