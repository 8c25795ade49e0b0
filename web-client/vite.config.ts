import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative, so that the pages also work below the path prefix of a proxy.
  base: './',
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      input: {
        index: 'index.html',
        admin: 'admin.html',
        publish: 'publish.html',
        player: 'src/pages/player.ts',
      },
      // English in a file of its own as all other catalogues, loaded together with the script.
      output: {
        // Pages of other sites name it.
        entryFileNames: ({ name }) => (name === 'player' ? 'player.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: 'words-en', test: /src\/words\/en[/.]/ }] },
      },
    },
  },
  worker: { format: 'es' },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
