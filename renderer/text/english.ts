import account from '../../assets/text/en/account.json';
import activity from '../../assets/text/en/activity.json';
import certificates from '../../assets/text/en/certificates.json';
import checks from '../../assets/text/en/checks.json';
import common from '../../assets/text/en/common.json';
import devices from '../../assets/text/en/devices.json';
import diagnostics from '../../assets/text/en/diagnostics.json';
import drop from '../../assets/text/en/drop.json';
import errors from '../../assets/text/en/errors.json';
import help from '../../assets/text/en/help.json';
import inspect from '../../assets/text/en/inspect.json';
import inspection from '../../assets/text/en/inspection.json';
import proof from '../../assets/text/en/proof.json';
import registration from '../../assets/text/en/registration.json';
import session from '../../assets/text/en/session.json';
import updates from '../../assets/text/en/updates.json';

/** Every English message of the page, by key, as ICU MessageFormat. The other languages follow its keys. */
export const english = {
  ...account,
  ...activity,
  ...certificates,
  ...checks,
  ...common,
  ...devices,
  ...diagnostics,
  ...drop,
  ...errors,
  ...help,
  ...inspect,
  ...inspection,
  ...proof,
  ...registration,
  ...session,
  ...updates,
};

export type TextKey = keyof typeof english;
