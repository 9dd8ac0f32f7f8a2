import { decodeQR } from 'qr/decode.js'

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = new (options: { formats: string[] }) => Detector

/** Reads codes from the camera until stopped; the browser's own reader where it has one. */
export async function watch(video: HTMLVideoElement, read: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: 640 }, audio: false })
  video.srcObject = stream
  await video.play()
  const Native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const native = Native ? new Native({ formats: ['qr_code'] }) : null
  const canvas = document.createElement('canvas')
  const look = async (): Promise<string | null> => {
    if (native) return (await native.detect(video))[0]?.rawValue ?? null
    const { videoWidth: width, videoHeight: height } = video
    const context = width > 0 ? canvas.getContext('2d', { willReadFrequently: true }) : null
    if (!context) return null
    Object.assign(canvas, { width, height })
    context.drawImage(video, 0, 0)
    try {
      return decodeQR(context.getImageData(0, 0, width, height))
    } catch {
      // No code in this picture: the next one may have it.
      return null
    }
  }
  let last = ''
  let quiet = 0
  const timer = setInterval(async () => {
    const text = await look()
    quiet = text ? 0 : quiet + 1
    // The same code held on is read once; taken away and shown again, twice.
    if (quiet > 8) last = ''
    if (!text || text === last) return
    last = text
    read(text)
  }, 200)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
  }
}
