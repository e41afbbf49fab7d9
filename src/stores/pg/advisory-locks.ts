// The locks that programs agree on among themselves: the server only keeps count of them.

/** `ascp` in ASCII, so that other programs in the same database take others. */
const OURS = 0x61736370;

export const MIGRATING = [OURS, 1] as const;
export const SENDING = [OURS, 2] as const;
/** for those who lost a race, so that they do not race again */
export const IN_TURN = [OURS, 4] as const;
export const REFRESHING = [OURS, 3] as const;
