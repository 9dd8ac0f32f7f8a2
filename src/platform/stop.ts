import type { Words } from './i18n.ts'

/** Linli cannot go on, for a reason that whoever started it can act on: printed in words, without a stack. */
export class Stop extends Error {
  words: Words
  constructor(words: Words) {
    super(words[0])
    this.words = words
  }
}
