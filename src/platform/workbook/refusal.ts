/** Why a file as a whole cannot be read. Single rows are refused elsewhere; here nothing of the file is used. */
export type FileRefusal =
  | 'empty'
  | 'tooLarge'
  | 'notAWorkbook'
  | 'oldFormat'
  | 'encrypted'
  | 'bomb'
  | 'damaged'
  | 'noSheets'

export class WorkbookRefused extends Error {
  reason: FileRefusal
  constructor(reason: FileRefusal, cause?: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}
