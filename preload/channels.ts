/** The two Electron channels between page and main. The page cannot name a channel. */
export const callChannel = 'portal:call';
export const eventChannel = 'portal:event';
