import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Locks secrets of one purpose away with the installation's own; what is locked about one thing opens for no other. */
export function lockFor(secret: string, purpose: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, 'linli', purpose, 32))
  return {
    lock(content: Buffer, about: string): Buffer {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(content), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed])
    },
    /** Throws when it was locked with another secret, about something else, or was changed. */
    open(sealed: Buffer, about: string): Buffer {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
    },
  }
}
