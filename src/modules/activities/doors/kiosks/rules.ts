export type KioskRefusal = 'kioskCodeWrong' | 'kioskGone' | 'doorsNotReady'

/** A one-time code is good for half an hour: long enough to walk to the tablet. */
export const codeLife = 30 * 60_000
