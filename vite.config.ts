import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Packed once when built, so that serving costs nothing and an old phone on a slow line waits for a quarter of it. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle({ dir }) {
    if (!dir) return
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      if (!/[.](js|css|svg)$/.test(entry.name)) continue
      const file = join(entry.parentPath, entry.name)
      const content = readFileSync(file)
      if (content.length < 1024) continue
      writeFileSync(`${file}.br`, brotliCompressSync(content))
      writeFileSync(`${file}.gz`, gzipSync(content))
    }
  },
}

/** Builds the browser's part into dist; the server hands it out. In development the API answers on PORT. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'src/web/public',
  plugins: [react(), packed],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome100', 'safari15', 'firefox102'],
    // No inlined assets: the content security policy allows scripts and fonts from our own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The tablet at the door has an entry of its own, small enough to be kept for a day without a network.
    rolldownOptions: { input: ['index.html', 'kiosk.html'].map((page) => join(import.meta.dirname, page)) },
    chunkSizeWarningLimit: 700,
  },
  server: {
    // What the server answers itself: the API, and the pages for everybody.
    proxy: Object.fromEntries(
      ['/api', '/verify', '/issuers', '/notices/mail'].map((path) => [
        path,
        `http://127.0.0.1:${process.env.PORT ?? 3000}`,
      ]),
    ),
  },
})
