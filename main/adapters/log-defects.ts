// The last net of the process: what nobody caught is noted by kind and place, and the app goes on.
import process from 'node:process';
import type { Log } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';

/** Without it Electron shows the error's own words, which may repeat a secret. Files are always whole, so going on is safe. */
export function logDefects(log: Log): void {
  process.on('uncaughtException', (error) => log.warn('A defect was not caught', describeForLog(error)));
  process.on('unhandledRejection', (reason) => log.warn('A rejection was not handled', describeForLog(reason)));
}
