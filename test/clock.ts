/**
 * Loaded into a whole Linli before anything else (`node --import`): its clock starts at the moment that `TEST_CLOCK` names
 * and goes on from there, as that of a machine whose clock was set. The database keeps its own.
 */
const ahead = Date.parse(process.env.TEST_CLOCK ?? '') - Date.now()
if (Number.isNaN(ahead)) throw new Error('TEST_CLOCK names no moment')

const now = Date.now.bind(Date)
const moved = (): number => now() + ahead

globalThis.Date = new Proxy(Date, {
  get: (real, key) => (key === 'now' ? moved : Reflect.get(real, key)),
  construct: (real, given, made) => Reflect.construct(real, given.length > 0 ? given : [moved()], made),
})
