import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { redact, redactCause } from './redaction.ts';

/**
 * What a line of the log may hold, and nothing else: there is no field for a name, a serial number, an address
 * of a person or a place.
 */
export type LogFields = {
  where?: string;
  code?: string;
  reference?: string;
  method?: string;
  /** Path pattern of the portal's API, without ids. */
  route?: string;
  status?: number;
  /** Duration in ms. */
  took?: number;
  count?: number;
  state?: string;
  version?: string;
  cause?: unknown;
};

export type Log = {
  info: (event: string, fields?: LogFields) => void;
  warn: (event: string, fields?: LogFields) => void;
  error: (event: string, fields?: LogFields) => void;
};

const fieldNames = [
  'where',
  'code',
  'reference',
  'method',
  'route',
  'status',
  'took',
  'count',
  'state',
  'version',
] as const;

/**
 * One line: the event, then `name=value` for the listed fields. Whatever else an object carries stays out.
 */
export function logLine(event: string, fields: LogFields = {}): string {
  const parts = fieldNames.flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [`${name}=${redact(String(value))}`];
  });
  const cause = 'cause' in fields ? [`cause=${redactCause(fields.cause)}`] : [];
  return [redact(event), ...parts, ...cause].join(' ').replaceAll(/\s+/gu, ' ');
}

/**
 * A log in a file that is rotated at 1 MiB, with one older file kept (`main.old.log`). Never throws: a full
 * disk costs lines of the log and nothing else.
 *
 * @param directory an absolute path; made when it is not there
 */
export function openLog(directory: string): Log {
  // electron-log's Node entry knows nothing of Electron, and so is the same in the tests and in the app.
  const logger = electronLog.create({ logId: directory });
  const { console, file, ipc, remote } = logger.transports;
  for (const transport of [console, ipc, remote]) if (transport) transport.level = false;
  // When the file can't be written electron-log says so on the console of its first logger, for every line.
  electronLog.transports.console.writeFn = () => undefined;
  file.level = 'info';
  file.maxSize = 1_048_576;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.resolvePathFn = () => join(directory, 'main.log');
  file.format = '{y}-{m}-{d}T{h}:{i}:{s}.{ms} {level} {text}';
  return {
    info: (event, fields) => logger.info(logLine(event, fields)),
    warn: (event, fields) => logger.warn(logLine(event, fields)),
    error: (event, fields) => logger.error(logLine(event, fields)),
  };
}
