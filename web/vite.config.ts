import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { messages } from "./build/messages.js";
import { compressed } from "./build/compressed.js";

const node = process.env["LIAISON_NODE"] ?? "http://127.0.0.1:8600";
const passed = Object.fromEntries(
  ["/api", "^/.*\\.json$", "^/.*\\.(csv|xlsx)$"].map((path) => [path, { target: node, changeOrigin: true }]),
);

export default defineConfig({
  plugins: [svelte(), messages(), compressed()],
  publicDir: false,
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: passed },
});
