import common from '../../assets/text/en/common.json';
import devices from '../../assets/text/en/devices.json';
import errors from '../../assets/text/en/errors.json';
import session from '../../assets/text/en/session.json';

/** Every English message of the page, by key, as ICU MessageFormat. The other languages follow its keys. */
export const english = { ...common, ...devices, ...errors, ...session };

export type TextKey = keyof typeof english;
