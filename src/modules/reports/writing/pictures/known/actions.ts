import type { Context } from '../../../../../platform/context.ts'
import { pictureByFile } from '../queries.ts'

/** Was this file taken in as a picture? A text may name any hash. */
export const isPicture = async ({ tx }: Pick<Context, 'tx'>, file: string): Promise<boolean> =>
  (await pictureByFile(tx, file)) !== undefined
