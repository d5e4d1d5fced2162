import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import dev from './dev';
import prod from './prod';
import { shortName } from './short-name';

const root = path.resolve(__dirname, '..', '..');

/** node_modules and workspaces are not transpiled by Taro; what is shipped must be, or old phones meet `??`. */
const transpiled = [
  path.join(root, 'shared', 'src'),
  path.dirname(require.resolve('zod/package.json')),
  path.dirname(require.resolve('uqr')),
];

const ariaProps = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-live': '',
};
const withAria = ['View', 'Text', 'Input', 'Textarea', 'ScrollView'];

const isShipped = process.env['TARO_ENV'] === 'weapp' && process.env['NODE_ENV'] === 'production';
const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module' as const,
    generateScopedName: isShipped ? shortName : '[local]_[hash:base64:5]',
  },
};
/** Sizes are logical pixels, as in WeChat's own pages: type does not grow on wide screens. */
const pxtransform = { enable: false, config: {} };

/** Suites that run side by side build into folders of their own. */
const outputRoot = process.env['MINIAPP_DIST'] ?? `dist/${process.env['TARO_ENV']}`;

/** theme.json names them, where Taro does not look for files to copy. */
const tabIcons = { patterns: [{ from: 'src/assets/tab', to: `${outputRoot}/assets/tab` }], options: {} };

export default defineConfig(async (merge) => {
  const base: UserConfigExport = {
    projectName: 'suishoupai',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // A weapp build from a cache may name modules by ids that its subpackages no longer have (seen: `n[e] is not a function`).
    cache: { enable: process.env['TARO_ENV'] !== 'weapp' },
    plugins: [
      '@tarojs/plugin-framework-react',
      ['@tarojs/plugin-inject', { components: Object.fromEntries(withAria.map((name) => [name, ariaProps])) }],
    ],
    env: {
      TARO_APP_API: JSON.stringify(process.env['TARO_APP_API'] ?? ''),
      TARO_APP_TEMPLATE_PROGRESS: JSON.stringify(process.env['TARO_APP_TEMPLATE_PROGRESS'] ?? ''),
      TARO_APP_TEMPLATE_WAITING: JSON.stringify(process.env['TARO_APP_TEMPLATE_WAITING'] ?? ''),
      TARO_APP_READ_ALOUD: JSON.stringify(process.env['TARO_APP_READ_ALOUD'] ?? ''),
    },
    ...(process.env['TARO_ENV'] === 'weapp' ? { copy: tabIcons } : {}),
    mini: {
      compile: { include: transpiled },
      optimizeMainPackage: { enable: true },
      postcss: { cssModules, pxtransform },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: transpiled },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { cssModules, pxtransform, autoprefixer: { enable: true, config: {} } },
    },
  };
  return merge({}, base, process.env['NODE_ENV'] === 'development' ? dev : prod);
});
