/** Wide enough for a printed page. */
const longest = 2000

/**
 * A picture as a report needs it: upright, no larger than a page prints, without what a camera notes of place and time. What is
 * no picture is sent as it is, and the server says what is wrong with it.
 */
export async function fitted(file: File): Promise<File> {
  const seen = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!seen) return file
  const scale = Math.min(1, longest / Math.max(seen.width, seen.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(seen.width * scale))
  canvas.height = Math.max(1, Math.round(seen.height * scale))
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg'
  const brush = canvas.getContext('2d')
  if (!brush) return file
  if (type === 'image/jpeg') {
    brush.fillStyle = 'white'
    brush.fillRect(0, 0, canvas.width, canvas.height)
  }
  brush.drawImage(seen, 0, 0, canvas.width, canvas.height)
  seen.close()
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.88))
  return made ? new File([made], file.name, { type }) : file
}

/** The first picture among files that were pasted or dropped. */
export const pictureAmong = (files: FileList | undefined): File | null =>
  Array.from(files ?? []).find(({ type }) => type.startsWith('image/')) ?? null
