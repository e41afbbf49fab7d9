// The locks that programs agree on among themselves: the server only keeps count of them.

/** `ascp` in ASCII, so that other programs in the same database take others. */
const OURS = 0x61736370;

export const MIGRATING = [OURS, 1] as const;
export const SENDING = [OURS, 2] as const;
export const REFRESHING = [OURS, 3] as const;
