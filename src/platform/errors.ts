type Values = Record<string, string | number>

/** The rules say no. `reason` is a key into the modules' words; `values` fill them. */
export class Refused extends Error {
  reason: string
  values: Values
  constructor(reason: string, values: Values = {}) {
    super(reason)
    this.reason = reason
    this.values = values
  }
}
export class NotFound extends Error {
  constructor() {
    super('notFound')
  }
}
export class NotAllowed extends Error {
  constructor() {
    super('notAllowed')
  }
}
/** The input was understood by its shape but not by its meaning: `reason` says how. */
export class BadInput extends Error {
  reason: string
  values: Values
  constructor(reason: string, values: Values = {}) {
    super(reason)
    this.reason = reason
    this.values = values
  }
}

export function refuse(reason: string | null, values: Values = {}): void {
  if (reason) throw new Refused(reason, values)
}

export function found<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new NotFound()
  return thing
}

export function allow(right: boolean): void {
  if (!right) throw new NotAllowed()
}
