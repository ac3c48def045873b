import { beforeEach } from 'vitest';
import { speak } from '../../../renderer/text/text.ts';

// Workers are kept from file to file, and the app that was started in the last one may have spoken another language.
beforeEach(() => speak([]));
