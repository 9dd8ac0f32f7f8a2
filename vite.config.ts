import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.PORT ?? 3000}`

/** Builds the browser's part into dist; the server hands it out. In development the API answers on PORT. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'src/web/public',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome100', 'safari15', 'firefox102'],
    // No inlined assets: the content security policy allows scripts and fonts from our own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    // What the server answers itself: the API, and the pages for everybody.
    proxy: Object.fromEntries(['/api', '/verify', '/issuers'].map((path) => [path, server])),
  },
})
