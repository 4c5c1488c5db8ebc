/** The dialogs of the atlas, of which one is open at a time. */
export type DialogName = 'about' | 'settings' | 'share' | 'shortcuts' | 'takeAway';
