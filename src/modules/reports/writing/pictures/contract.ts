import { z } from 'zod'
import { download, endpoint, storedFile } from '../../../../platform/endpoint.ts'

const PictureFile = z.string().regex(/^[0-9a-f]{64}$/)

/** Takes a PNG or a JPEG in, as its bytes say, without what else it may carry: where and by whom it was taken. */
export const addPicture = endpoint({
  name: 'addPicture',
  method: 'POST',
  path: '/api/reports/:reportId/pictures',
  input: z.object({ reportId: z.uuid(), file: storedFile }),
  upload: true,
  output: z.object({ file: PictureFile, width: z.int(), height: z.int() }),
})

export const readPicture = endpoint({
  name: 'readPicture',
  method: 'GET',
  path: '/api/report-pictures/:file',
  input: z.object({ file: PictureFile }),
  output: download,
})
