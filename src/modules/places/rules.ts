import type { Me } from '../../platform/context.ts'
import { can } from '../organizations/rules.ts'
import type { PlaceFields, PlaceKind } from './contract.ts'
import { type HoursRefusal, hoursRefusal } from './hours/rules.ts'

/** Whoever keeps the place says what is in it: the organization at `path`. A place that nobody keeps is everybody's to see. */
export const mayManagePlace = (me: Pick<Me, 'roles'>, path: string | null): boolean =>
  path !== null && can(me, 'managePlaces', path)

export type PlaceRefusal =
  | 'placeNameTaken'
  | 'roomNeedsStation'
  | 'onlyRoomsStandInStations'
  | 'halfACoordinate'
  | HoursRefusal

type Drafted = Pick<PlaceFields, 'openingHours' | 'latitude' | 'longitude'>

/** Why a place may not be kept like this, or null. `parent` is the kind of what it stands in. */
export function placeRefusal(kind: PlaceKind, parent: string | null, draft: Drafted): PlaceRefusal | null {
  if (kind === 'room' && parent !== 'station') return 'roomNeedsStation'
  if (kind !== 'room' && parent !== null) return 'onlyRoomsStandInStations'
  if ((draft.latitude === null) !== (draft.longitude === null)) return 'halfACoordinate'
  return hoursRefusal(draft.openingHours)
}

export type BookingRefusal = 'roomTaken' | 'equipmentTaken' | 'placeClosed' | 'placeShut'

/** Only rooms are taken by one at a time: a whole station or an address holds several things at once. */
export const isBooked = (kind: string): boolean => kind === 'room'

export const isClosed = (closedOn: string | null, on: string): boolean => closedOn !== null && closedOn <= on
