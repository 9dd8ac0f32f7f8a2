/** The records behind a figure by their ids, in order, each with what it gives; null where they are only counted. */
export type Keys = { recordIds: string[]; amounts: (number | null)[] | null }
