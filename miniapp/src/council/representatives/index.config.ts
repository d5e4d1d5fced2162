export default definePageConfig({ navigationBarTitleText: '居民代表', enablePullDownRefresh: true });
