import type { UserConfigExport } from '@tarojs/cli';

export default { mini: {}, h5: { devServer: { hot: false } } } satisfies UserConfigExport;
