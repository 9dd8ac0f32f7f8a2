import { disk } from '../outbox/disk.ts'

/** What the tablet keeps: what it knows of today, and every coming and going until the server has taken it. */
export const { put, forget, get, all } = disk('linli-kiosk', ['known', 'events'])
