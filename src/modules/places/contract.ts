import { z } from 'zod'
import { day, done, download, endpoint, storedFile } from '../../platform/endpoint.ts'

export const placeKinds = ['station', 'room', 'address'] as const
export const PlaceKind = z.enum(placeKinds)
export type PlaceKind = z.output<typeof PlaceKind>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const Opening = z.object({ weekday: z.int().min(1).max(7), opens: time, closes: time })

export const Equipment = z.object({ id: z.uuid(), name: z.string(), count: z.int() })

export const Floor = z.object({ file: z.string(), width: z.int(), height: z.int() })
export type Floor = z.output<typeof Floor>

export const PlaceSummary = z.object({
  id: z.uuid(),
  kind: PlaceKind,
  name: z.string(),
  organizationId: z.uuid().nullable(),
  organizationName: z.string().nullable(),
  parentId: z.uuid().nullable(),
  parentName: z.string().nullable(),
  address: z.string().nullable(),
  brand: z.string().nullable(),
  capacity: z.int().nullable(),
  rooms: z.int(),
  openingHours: z.array(Opening),
  closedOn: day.nullable(),
})
export type PlaceSummary = z.output<typeof PlaceSummary>

export const Place = PlaceSummary.extend({
  areaM2: z.number().nullable(),
  roomCount: z.int().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  equipment: z.array(Equipment),
  /** Not to be used until this is put right: its own closing, or that of the station around it. */
  shut: z.object({ reason: z.string(), since: z.coerce.date(), sourceId: z.uuid() }).nullable(),
  /** A picture of its floor, on which one can point. */
  floor: Floor.nullable(),
  mayManage: z.boolean(),
})
export type Place = z.output<typeof Place>

export const PlaceCard = Place.extend({ roomList: z.array(Place) })
export type PlaceCard = z.output<typeof PlaceCard>

const text = (max: number) => z.string().trim().max(max).nullable().default(null)
export const PlaceFields = z.object({
  name: z.string().trim().min(1).max(120),
  address: text(300),
  brand: text(120),
  areaM2: z.number().min(0).max(1e6).nullable().default(null),
  roomCount: z.int().min(0).max(1000).nullable().default(null),
  capacity: z.int().min(1).max(100_000).nullable().default(null),
  openingHours: z.array(Opening).max(42).default([]),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
})
export type PlaceFields = z.output<typeof PlaceFields>

export const listPlaces = endpoint({
  name: 'listPlaces',
  method: 'GET',
  path: '/api/places',
  input: z.object({
    q: z.string().max(100).optional(),
    kind: PlaceKind.optional(),
    organizationId: z.uuid().optional(),
    closed: z.stringbool().default(false),
  }),
  output: z.array(PlaceSummary),
})

export const getPlace = endpoint({
  name: 'getPlace',
  method: 'GET',
  path: '/api/places/:placeId',
  input: z.object({ placeId: z.uuid() }),
  output: PlaceCard,
})

export const createPlace = endpoint({
  name: 'createPlace',
  method: 'POST',
  path: '/api/places',
  input: PlaceFields.extend({
    kind: PlaceKind,
    organizationId: z.uuid(),
    parentId: z.uuid().nullable().default(null),
  }),
  output: Place,
})

export const changePlace = endpoint({
  name: 'changePlace',
  method: 'PUT',
  path: '/api/places/:placeId',
  input: PlaceFields.extend({ placeId: z.uuid() }),
  output: Place,
})

/** Closed from a day on; null opens it again. */
export const closePlace = endpoint({
  name: 'closePlace',
  method: 'POST',
  path: '/api/places/:placeId/close',
  input: z.object({ placeId: z.uuid(), on: day.nullable() }),
  output: Place,
})

export const setEquipment = endpoint({
  name: 'setEquipment',
  method: 'PUT',
  path: '/api/places/:placeId/equipment',
  input: z.object({
    placeId: z.uuid(),
    equipment: z
      .array(
        z.object({ id: z.uuid().optional(), name: z.string().trim().min(1).max(120), count: z.int().min(1).max(9999) }),
      )
      .max(200),
  }),
  output: Place,
})

const span = { from: z.coerce.date(), to: z.coerce.date() }

/** The rooms that an organization can use in a span, which are taken then, and which are closed until something is put right. */
export const roomsFor = endpoint({
  name: 'roomsFor',
  method: 'GET',
  path: '/api/rooms',
  input: z.object({ ...span, exceptActivityId: z.uuid().optional() }),
  output: z.array(
    z.object({
      id: z.uuid(),
      kind: PlaceKind,
      name: z.string(),
      parentName: z.string().nullable(),
      capacity: z.int().nullable(),
      taken: z.boolean(),
      shut: z.boolean(),
    }),
  ),
})

/** When a place and its rooms are booked. */
export const listBookings = endpoint({
  name: 'listBookings',
  method: 'GET',
  path: '/api/places/:placeId/bookings',
  input: z.object({ placeId: z.uuid(), ...span }),
  output: z.array(
    z.object({
      id: z.uuid(),
      placeId: z.uuid().nullable(),
      equipmentId: z.uuid().nullable(),
      activityId: z.uuid().nullable(),
      startsAt: z.coerce.date(),
      endsAt: z.coerce.date(),
    }),
  ),
})

export const searchPlaces = endpoint({
  name: 'searchPlaces',
  method: 'GET',
  path: '/api/places/search',
  input: z.object({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(8) }),
  output: z.array(z.object({ id: z.uuid(), kind: PlaceKind, name: z.string(), where: z.string().nullable() })),
})

/** A PNG or a JPEG, in place of the picture that was there. */
export const setFloor = endpoint({
  name: 'setFloor',
  method: 'POST',
  path: '/api/places/:placeId/floor',
  input: z.object({ placeId: z.uuid(), file: storedFile }),
  upload: true,
  output: Floor,
})

export const removeFloor = endpoint({
  name: 'removeFloor',
  method: 'DELETE',
  path: '/api/places/:placeId/floor',
  input: z.object({ placeId: z.uuid() }),
  output: done,
})

/** `file` is in the address so that a browser keeps what it has. */
export const readFloor = endpoint({
  name: 'readFloor',
  method: 'GET',
  path: '/api/places/:placeId/floor',
  input: z.object({ placeId: z.uuid(), file: z.string().optional() }),
  output: download,
})
