import { chmod } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import { EsbuildPlugin } from 'esbuild-loader';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

const root = dirname(fileURLToPath(import.meta.url));
const dist = resolve(root, 'dist');
const src = (path) => resolve(root, 'src', path);

/** Where the manifest expects the pages while developing; `--env origin=https://…` puts another place into dist/. */
const DEV_ORIGIN = 'https://localhost:3000';
/** `--env office=cdn` loads Office.js from Microsoft, which the marketplace wants; an intranet wants our own copy. */
const OFFICE_CDN = 'https://appsforoffice.microsoft.com';

/** Pages that Excel opens load Office.js. The stand-alone page must not: the licence covers work with Office only. */
const PAGES = [
  { name: 'taskpane', entry: 'taskpane/taskpane.ts', template: 'taskpane/taskpane.html', office: true },
  { name: 'commands', entry: 'commands/commands.ts', template: 'commands/commands.html', office: true },
  { name: 'index', entry: 'web/page.ts', template: 'web/index.html', office: false },
];

/** The parts of Office.js that Excel loads. office.js finds the others beside itself, so the layout is kept. */
const OFFICE_FILES = [
  'office.js',
  'o15apptofilemappingtable.js',
  'es6-promise.js',
  'excel-*.js',
  '{zh-cn,en-us}/office_strings.js',
  'telemetry/*.js',
];

const typescript = {
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      // Types are checked by `npm run typecheck`; here they are only taken off.
      { test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2022' } },
      // Some packages leave file extensions off in ES modules.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
};

/** Each build empties dist/ of its own files only. */
const isCommandLine = (file) => /^gouji[^/]*\.mjs|^cmaps\//.test(file);

/** Tables of Chinese character codes: fonts of PDF files name them. */
const CMAPS = { context: resolve(root, 'node_modules/pdfjs-dist/cmaps'), from: '*', to: 'cmaps/[name][ext]' };

function commandLine(mode) {
  return {
    name: 'cli',
    mode,
    ...typescript,
    target: 'node20',
    entry: { gouji: src('cli/main.ts') },
    devtool: false,
    experiments: { outputModule: true },
    output: {
      path: dist,
      filename: '[name].mjs',
      // Libraries that only some commands need stay in chunks of their own.
      chunkFilename: 'gouji-[name].mjs',
      module: true,
      chunkFormat: 'module',
      chunkLoading: 'import',
      clean: { keep: (file) => !isCommandLine(file) },
    },
    module: {
      ...typescript.module,
      // import.meta.url is where the bundle lies, not where the source lay on the machine that built it.
      parser: { javascript: { importMeta: false } },
    },
    // Nobody downloads the command line: readable stack traces are worth more than its size.
    optimization: { minimize: false, chunkIds: 'named', splitChunks: false },
    performance: { hints: false },
    ignoreWarnings: [/Critical dependency/],
    plugins: [
      new CopyPlugin({ patterns: [CMAPS, { from: src('cli/watchdog.mjs'), to: 'gouji-watchdog.mjs' }] }),
      new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
      {
        apply: (compiler) =>
          compiler.hooks.afterEmit.tapPromise('executable', () => chmod(resolve(dist, 'gouji.mjs'), 0o755)),
      },
    ],
  };
}

/** What a page may load and do. `frame-src 'self'` also stops the telemetry frame that Office.js opens. */
function contentSecurityPolicy({ office, cdn, mode }) {
  const remote = office && cdn ? ` ${OFFICE_CDN}` : '';
  // The development server speaks to the page over a socket.
  const socket = mode === 'development' ? ' ws: wss:' : '';
  return Object.entries({
    'default-src': "'none'",
    'script-src': `'self'${remote}`,
    // The embedded spreadsheet writes <style> elements, and Office.js hides its own frame with a style attribute.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': `'self'${socket}`,
    'worker-src': "'self'",
    'frame-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

/** Puts the policy, and then Office.js, before anything else that a page loads: a policy binds only what follows it. */
class PageHead {
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('PageHead', (compilation) => {
      HtmlPlugin.getHooks(compilation).beforeEmit.tap('PageHead', (data) => {
        const page = PAGES.find(({ name }) => data.outputName === `${name}.html`);
        const { cdn } = this.options;
        const policy = contentSecurityPolicy({ ...this.options, office: page.office });
        const script = cdn ? `${OFFICE_CDN}/lib/1/hosted/office.js` : 'office/office.js';
        const head = [
          '<meta charset="utf-8">',
          `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
          ...(page.office ? [`<script src="${script}"></script>`] : []),
        ];
        const html = data.html.replace(/\s*<meta charset=[^>]*>/i, '');
        if (!/<head>/i.test(html)) throw new Error(`${page.template} has no <head>`);
        return { ...data, html: html.replace(/<head>/i, (tag) => `${tag}${head.join('')}`) };
      });
    });
  }
}

async function browser(mode, env, pages) {
  const cdn = env.office === 'cdn';
  const origin = env.origin ?? DEV_ORIGIN;
  const office = resolve(root, 'node_modules/@microsoft/office-js');
  return {
    name: 'pages',
    mode,
    ...typescript,
    target: ['web', 'es2022'],
    entry: Object.fromEntries(pages.map(({ name, entry }) => [name, src(entry)])),
    // Not an eval kind: the policy forbids eval.
    devtool: mode === 'development' ? 'source-map' : false,
    experiments: { css: true },
    output: {
      path: dist,
      filename: 'pages/[name].js',
      cssFilename: 'pages/[name].css',
      chunkFilename: 'pages/[name].[contenthash:8].js',
      cssChunkFilename: 'pages/[name].[contenthash:8].css',
      assetModuleFilename: 'pages/[name].[contenthash:8][ext]',
      // Relative, so that dist/ can be put into any folder of a server.
      publicPath: 'auto',
      clean: { keep: isCommandLine },
    },
    // Several times faster than the default; licence comments stay where they are.
    optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022', css: true, legalComments: 'inline' })] },
    // The embedded spreadsheet is large; it is loaded on demand and by the stand-alone page only.
    performance: { hints: false },
    plugins: [
      ...pages.map(
        ({ name, template }) =>
          new HtmlPlugin({ filename: `${name}.html`, template: src(template), chunks: [name], minify: false }),
      ),
      new PageHead({ cdn, mode }),
      new CopyPlugin({
        patterns: [
          { from: resolve(root, 'assets'), to: 'assets' },
          CMAPS,
          {
            from: resolve(root, 'manifest.xml'),
            transform: (content) => content.toString('utf8').replaceAll(DEV_ORIGIN, origin),
          },
          ...(cdn
            ? []
            : [
                ...OFFICE_FILES.map((file) => ({
                  context: resolve(office, 'dist'),
                  from: file,
                  to: 'office/[path][name][ext]',
                  globOptions: { ignore: ['**/*.debug.js'] },
                  info: { minimized: true }, // the licence asks for unmodified files
                })),
                { from: resolve(office, 'LICENSE.md'), to: 'office/LICENSE.md', toType: 'file' },
              ]),
        ],
      }),
    ],
    ...(env.WEBPACK_SERVE ? { devServer: await devServer(origin) } : {}),
  };
}

/** https, because Excel opens nothing else. The certificate tool is loaded here only: it changes the user's store. */
async function devServer(origin) {
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return {
    server: { type: 'https', options: await getHttpsServerOptions() },
    port: Number(new URL(origin).port),
    headers: { 'Access-Control-Allow-Origin': '*' },
    hot: false,
    static: false,
  };
}

export default async function config(env, { mode = 'production' }) {
  const pages = PAGES.filter(({ entry, template }) => existsSync(src(entry)) && existsSync(src(template)));
  return [
    ...(existsSync(src('cli/main.ts')) && !env.WEBPACK_SERVE ? [commandLine(mode)] : []),
    ...(pages.length > 0 ? [await browser(mode, env, pages)] : []),
  ];
}
