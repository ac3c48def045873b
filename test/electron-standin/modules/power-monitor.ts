import type { PowerMonitor } from 'electron';
import { guardedEmitter } from '../core/guard.ts';

type PowerApi = Pick<
  PowerMonitor,
  'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'
>;

/** Electron's `powerMonitor`: a machine in use and on mains. Tests emit its events themselves. */
class StandinPower extends guardedEmitter('powerMonitor') implements PowerApi {
  readonly onBatteryPower = false;
  getSystemIdleState(): 'active' {
    return 'active';
  }
  getSystemIdleTime(): number {
    return 0;
  }
  isOnBatteryPower(): boolean {
    return false;
  }
}

/** The one `powerMonitor`. */
export const powerMonitor = new StandinPower();
