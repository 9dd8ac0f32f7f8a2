export type WishRefusal = 'companionElsewhere' | 'placeUnknown' | 'homeNotWished'

/** Companions are people of one's own teams; nobody else is named here. */
export const companionRefusal = (wanted: readonly string[], known: readonly { id: string }[]): WishRefusal | null =>
  wanted.every((id) => known.some((one) => one.id === id)) ? null : 'companionElsewhere'

export const placesRefusal = (wanted: readonly string[], known: readonly { id: string }[]): WishRefusal | null =>
  wanted.every((id) => known.some((one) => one.id === id)) ? null : 'placeUnknown'

export const homeRefusal = (homePlaceId: string | null, placeIds: readonly string[]): WishRefusal | null =>
  homePlaceId === null || placeIds.includes(homePlaceId) ? null : 'homeNotWished'
